import { describe, expect, it } from "vitest";
import { parseServerMessage } from "./parse";
import { serverMessages } from "./protocol.examples";

const description = (description: unknown) =>
  parseServerMessage(JSON.stringify({ type: "description", seq: 1, from: "p", description }));
const candidate = (candidate: unknown) =>
  parseServerMessage(JSON.stringify({ type: "candidate", seq: 1, from: "p", candidate }));

describe("reading what the service sends", () => {
  it("takes every message that the service writes", () => {
    const all = Object.values(serverMessages).flat();

    expect(all.map((message) => parseServerMessage(JSON.stringify(message)))).toEqual(all);
  });

  it.each(["", "{", "null", "[]", "7", '{"type":"welcome"}', '{"type":{}}'])(
    "refuses %j",
    (frame) => {
      expect(parseServerMessage(frame)).toBeNull();
    },
  );

  it("refuses frames that are not text or far too long", () => {
    expect(parseServerMessage(new ArrayBuffer(4))).toBeNull();
    expect(parseServerMessage(`"${"x".repeat(200_000)}"`)).toBeNull();
  });

  it("refuses descriptions of another shape", () => {
    const strange = [null, "v=0", {}, { type: "offer" }, { type: "offer", sdp: 7 }, { type: "x" }];

    expect(strange.map(description)).toEqual(strange.map(() => null));
    expect(description({ type: "offer", sdp: "v=0" })).not.toBeNull();
  });

  it("refuses candidates of another shape", () => {
    const strange = ["x", {}, { candidate: 1 }, { candidate: "c", sdpMLineIndex: "0" }];

    expect(strange.map(candidate)).toEqual(strange.map(() => null));
    expect([candidate(null), candidate({ candidate: "c" })]).not.toContain(null);
  });
});
