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
