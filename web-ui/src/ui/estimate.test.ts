import { expect, test } from "vitest";
import type { FieldStatistics } from "../api/model";
import { estimateWords, outlookWords } from "./estimate";

test.each([
  [10, 50, "About a minute."],
  [30, 130, "Up to 3 minutes."],
  [120, 300, "About 2 to 5 minutes."],
  [180, 180, "About 3 minutes."],
  [300, 5700, "About 5 minutes to 2 hours."],
  [1800, 9000, "About 30 minutes to 2½ hours."],
  [0, 7200, "Up to 2 hours."],
  [7200, 14_400, "About 2 to 4 hours."],
  [7200, 7200, "About 2 hours."],
])("%i to %i seconds are said as %j", (fromSeconds, toSeconds, words) => {
  expect(estimateWords({ kind: "interval", fromSeconds, toSeconds })).toBe(words);
});

test("no number is made up when no expert is online or nothing is known", () => {
  expect(estimateWords({ kind: "no-expert" })).toMatch(/No expert/);
  expect(estimateWords({ kind: "unknown" })).not.toMatch(/\d/);
  expect(estimateWords(undefined)).toBeNull();
});

const QUIET: FieldStatistics = {
  field: { code: "0541", name: "Mathematics" },
  waiting: 0,
  available: 0,
  inCall: 0,
  estimate: { kind: "no-expert" },
};

test("the outlook says who is there, who waits, and how long it may take", () => {
  const busy: FieldStatistics = {
    ...QUIET,
    available: 2,
    waiting: 1,
    estimate: { kind: "interval", fromSeconds: 60, toSeconds: 240 },
  };

  expect(outlookWords(busy)).toEqual([
    "2 experts are free right now.",
    "1 question waits.",
    "About 1 to 4 minutes.",
  ]);
});

test("the outlook of a field without experts encourages to ask all the same", () => {
  expect(outlookWords(QUIET)).toHaveLength(1);
  expect(outlookWords(QUIET)[0]).toMatch(/ask all the same/);
  expect(outlookWords({ ...QUIET, inCall: 1 })[0]).toBe(
    "1 expert is online, in a call at the moment.",
  );
});
