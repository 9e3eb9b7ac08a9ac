import { expect, test } from "vitest";
import { Tally } from "./tally";

function tally(sent: number[], heard: number[]): Tally {
  const it = new Tally();
  for (const n of sent) it.send(n);
  for (const n of heard) it.hear(n);
  return it;
}

test("finds nothing where all is heard once and in order", () => {
  expect(tally([1, 2, 3], [1, 2, 3])).toMatchObject({
    sent: 3,
    received: 3,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    isComplete: true,
  });
});

test("counts what is lost, what comes twice, and what comes too late", () => {
  expect(tally([1, 2, 3, 4], [1, 3, 3, 2])).toMatchObject({
    received: 3,
    lost: 1,
    doubled: 1,
    outOfOrder: 1,
    isComplete: false,
  });
});

test("waits no longer for what is said to be lost", () => {
  const it = tally([1, 2], [1]);
  it.reportLost(2);

  expect(it).toMatchObject({ lost: 1, reportedLost: 1, isComplete: true });
});
