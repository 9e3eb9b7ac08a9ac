import fc from "fast-check";
import { expect, test } from "vitest";
import { EventParser } from "./event-parser";

test("reads events with their id, type and data", () => {
  const parser = new EventParser();

  const events = parser.push('id: 5-0\nevent: ticket\ndata: {"a":1}\n\nevent: ping\ndata: {}\n\n');

  expect(events).toEqual([
    { id: "5-0", type: "ticket", data: '{"a":1}' },
    { id: null, type: "ping", data: "{}" },
  ]);
});

test("puts together what arrives in pieces of any size", () => {
  const text = "id: 1-0\r\nevent: offer\r\ndata: first\r\ndata: second\r\n\r\n";
  const parser = new EventParser();

  const events = [...text].flatMap((letter) => parser.push(letter));

  expect(events).toEqual([{ id: "1-0", type: "offer", data: "first\nsecond" }]);
});

test("passes over comments and events without data", () => {
  const parser = new EventParser();

  expect(parser.push(": still here\n\nevent: nothing\n\n")).toEqual([]);
});

test("reads the same events however the stream is cut", () => {
  const line = fc.stringMatching(/^[^\r\n]{0,20}$/);
  const event = fc.record({ type: fc.stringMatching(/^[a-z]{1,8}$/), data: fc.array(line) });
  const end = fc.constantFrom("\n", "\r", "\r\n");
  fc.assert(
    fc.property(fc.array(event), end, fc.array(fc.nat(9)), (events, end, cuts) => {
      const lines = events.flatMap(({ type, data }) => [
        `event: ${type}`,
        ...data.map((line) => `data: ${line}`),
        "",
      ]);
      // The comment tells the parser that the last carriage return was a line's end.
      let rest = lines.map((line) => line + end).join("") + ":";
      const parser = new EventParser();
      const read: unknown[] = [];
      for (const cut of cuts) {
        read.push(...parser.push(rest.slice(0, cut)));
        rest = rest.slice(cut);
      }
      read.push(...parser.push(rest));

      const expected = events
        .map(({ type, data }) => ({ id: null, type, data: data.join("\n") }))
        .filter(({ data }) => data !== "");
      expect(read).toEqual(expected);
    }),
  );
});

test("throws nothing but that an event is too large, whatever comes", () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom("data:", "\r", "\n", "\r\n", ":", "id: "));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 100 }), (pieces) => {
      const parser = new EventParser(200);
      try {
        for (const piece of pieces) parser.push(piece);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        expect(pieces.join("").length).toBeGreaterThan(200);
      }
    }),
  );
});

test.each(["x", "data: x\n", ": comment\n", "id\n"])("does not collect %j without end", (piece) => {
  const parser = new EventParser(1_000);

  expect(() => {
    for (let i = 0; i < 1_001; i++) parser.push(piece);
  }).toThrow(RangeError);
});
