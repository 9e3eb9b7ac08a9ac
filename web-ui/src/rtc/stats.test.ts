import { describe, expect, it } from "vitest";
import { pathOf, signsOfLife } from "./stats";

const candidates = (local: string, remote: string) => [
  { id: "l", type: "local-candidate", candidateType: local },
  { id: "r", type: "remote-candidate", candidateType: remote },
];
const pair = { id: "p", type: "candidate-pair", localCandidateId: "l", remoteCandidateId: "r" };
const transport = { id: "t", type: "transport", selectedCandidatePairId: "p" };

const report = (...all: { id: string }[]) => new Map(all.map((it) => [it.id, it]));

describe("the way of the media", () => {
  it.each([
    ["host", "srflx", "direct"],
    ["relay", "host", "relay"],
    ["prflx", "relay", "relay"],
  ])("from %s to %s is %s", (local, remote, path) => {
    expect(pathOf(report(transport, pair, ...candidates(local, remote)))).toBe(path);
  });

  it("is found without a transport, as Firefox tells it", () => {
    const selected = { ...pair, selected: true };

    expect(pathOf(report(selected, ...candidates("relay", "host")))).toBe("relay");
  });

  it("is unknown while there is no pair", () => {
    expect(pathOf(report(transport, ...candidates("host", "host")))).toBeNull();
  });
});

describe("signs of life", () => {
  it("are what arrives over the pair that is used", () => {
    const used = { ...pair, bytesReceived: 100, requestsReceived: 2, responsesReceived: 3 };
    const other = { ...pair, id: "o", bytesReceived: 1_000 };

    expect(signsOfLife(report(transport, other, used))).toBe(105);
    expect(signsOfLife(report(transport))).toBe(0);
  });
});
