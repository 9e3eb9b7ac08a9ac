import { describe, expect, it } from "vitest";
import { pathOf } from "./path";

const candidates = (local: string, remote: string) => [
  { id: "l", type: "local-candidate", candidateType: local },
  { id: "r", type: "remote-candidate", candidateType: remote },
];
const pair = { id: "p", type: "candidate-pair", localCandidateId: "l", remoteCandidateId: "r" };
const transport = { id: "t", type: "transport", selectedCandidatePairId: "p" };

describe("the way of the media", () => {
  it.each([
    ["host", "srflx", "direct"],
    ["relay", "host", "relay"],
    ["prflx", "relay", "relay"],
  ])("from %s to %s is %s", (local, remote, path) => {
    expect(pathOf([transport, pair, ...candidates(local, remote)])).toBe(path);
  });

  it("is found without a transport, as Firefox tells it", () => {
    const selected = { ...pair, selected: true };

    expect(pathOf([selected, ...candidates("relay", "host")])).toBe("relay");
  });

  it("is unknown while there is no pair", () => {
    expect(pathOf([transport, ...candidates("host", "host")])).toBeNull();
  });
});
