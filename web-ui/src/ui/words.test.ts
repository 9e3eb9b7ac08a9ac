import { describe, expect, test } from "vitest";
import type { Refusal } from "../rtc/media";
import { clock, duration, fileSize, initials, refusalWords } from "./words";

test.each([
  [0, "0:00"],
  [65_900, "1:05"],
  [3_599_000, "59:59"],
  [3_729_000, "1:02:09"],
  [-5, "0:00"],
])("%i ms on a clock are %s", (milliseconds, expected) => {
  expect(clock(milliseconds)).toBe(expected);
});

test.each([
  [59_000, "less than a minute"],
  [60_000, "1 minute"],
  [754_000, "12 minutes"],
  [3_600_000, "1 hour"],
  [7_500_000, "2 hours 5 minutes"],
])("%i ms in words are %s", (milliseconds, expected) => {
  expect(duration(milliseconds)).toBe(expected);
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [3_440_000, "3.4 MB"],
  [999_700, "1.0 MB"],
  [123_456_789, "123 MB"],
])("%i bytes are %s", (bytes, expected) => {
  expect(fileSize(bytes)).toBe(expected);
});

test.each([
  ["Ada", "A"],
  ["Ada Lovelace", "AL"],
  ["  maria de la  cruz ", "MC"],
  ["😀 smile", "😀S"],
  ["", ""],
])("the initials of %j are %j", (name, expected) => {
  expect(initials(name)).toBe(expected);
});

describe("a refused device", () => {
  const refusals: Refusal[] = [
    "blocked",
    "blocked-by-system",
    "in-use",
    "not-found",
    "unsupported",
    "unknown",
  ];

  test.each(refusals)("that is %s is explained with what to do", (refusal) => {
    const words = refusalWords("camera", refusal);

    expect(words).toContain("camera");
    expect(words).toMatch(/try|plug/i);
  });

  test("is called by its name", () => {
    expect(refusalWords("microphone", "in-use")).toBe(
      "Another app is using the microphone. Close that app, then try again.",
    );
  });
});
