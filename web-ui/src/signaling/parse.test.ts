import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseServerMessage } from "./parse";
import { serverMessages } from "./protocol.examples";

const description = (description: unknown) =>
  parseServerMessage(JSON.stringify({ type: "description", seq: 1, from: "p", description }));
const candidate = (candidate: unknown) =>
  parseServerMessage(JSON.stringify({ type: "candidate", seq: 1, from: "p", candidate }));

/** Every path to a value inside of `value`. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

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

  it("never throws, whatever comes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.json()), (frame) => {
        parseServerMessage(frame);
      }),
    );
  });

  it("never throws, and keeps the types it promises, when any part is replaced", () => {
    const all: { type: string }[] = Object.values(serverMessages).flat();
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(), fc.jsonValue(), (message, index, value) => {
        const paths = pathsOf(message);
        const changed = replaced(message, paths[index % paths.length] ?? [], value);
        const parsed = parseServerMessage(JSON.stringify(changed));

        if (parsed !== null && "seq" in parsed) expect(parsed.seq).toBeGreaterThanOrEqual(0);
      }),
    );
  });

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
