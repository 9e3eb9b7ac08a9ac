import { expect, test } from "vitest";
import { isOver, spokenWords, transferWords } from "./file-words";
import type { Transfer } from "./files";

const FILE: Transfer = {
  id: "1",
  mine: false,
  name: "notes.pdf",
  size: 1000,
  moved: 0,
  phase: "offered",
  problem: null,
  blob: null,
};

test("an offered file is told from both sides", () => {
  expect(transferWords(FILE, "Grace")).toBe("Grace wants to send you this file");
  expect(transferWords({ ...FILE, mine: true }, "Grace")).toBe("Waiting for Grace to accept");
});

test("a moving file shows whole percents, even an empty one", () => {
  expect(transferWords({ ...FILE, phase: "moving", moved: 999 }, "Grace")).toBe("Receiving, 99 %");
  expect(transferWords({ ...FILE, phase: "moving", size: 0, mine: true }, "Grace")).toBe(
    "Sending, 100 %",
  );
});

test("a moving file is spoken of once, not for every percent", () => {
  const moving = { ...FILE, phase: "moving" as const };
  expect(spokenWords({ ...moving, moved: 10 }, "Grace")).toBe("notes.pdf: Receiving");
  expect(spokenWords({ ...moving, moved: 900 }, "Grace")).toBe("notes.pdf: Receiving");
  expect(spokenWords(FILE, "Grace")).toBe("notes.pdf: Grace wants to send you this file");
});

test("a failure says what went wrong", () => {
  const failed = { ...FILE, phase: "failed" as const, problem: "The connection was lost." };

  expect(transferWords(failed, "Grace")).toBe("The connection was lost.");
  expect(transferWords({ ...failed, problem: null }, "Grace")).toContain("Send it again");
});

test("a transfer is over when nothing more happens to it", () => {
  expect((["offered", "moving", "checking"] as const).some(isOver)).toBe(false);
  expect((["done", "declined", "cancelled", "failed"] as const).every(isOver)).toBe(true);
});
