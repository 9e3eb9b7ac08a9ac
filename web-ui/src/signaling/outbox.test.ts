import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Outbox } from "./outbox";
import type { ClientMessage } from "./protocol";

function outbox() {
  const written: number[] = [];
  const settled: ClientMessage[] = [];
  const silent = vi.fn();
  const box = new Outbox({
    write: (frame) => written.push((JSON.parse(frame) as { n: number }).n),
    settled: (message) => settled.push(message),
    silent,
  });
  const add = (count: number) => {
    for (let i = 0; i < count; i++) box.add({ type: "chat", text: "x" });
  };
  return { box, written, settled, silent, add };
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("what waits to be settled", () => {
  it("is numbered, and written again on the next connection from the lowest number on", () => {
    const { box, written, settled, add } = outbox();
    box.open(true);
    add(3);
    box.settle(1);
    box.close();
    add(1);

    box.open(true);

    expect(written).toEqual([1, 2, 3, 2, 3, 4]);
    expect(settled).toHaveLength(1);
  });

  it("is never more than 256 messages or 1 MiB", () => {
    const { box, add } = outbox();
    add(256);
    expect(box.add({ type: "chat", text: "one too many" })).toBe(false);

    box.settle(255);
    const large = { type: "chat" as const, text: "é".repeat(200_000) };

    expect([box.add(large), box.add(large), box.add(large)]).toEqual([true, true, false]);
  });

  it("is given back once a new session begins, which counts from 1", () => {
    const { box, written, add } = outbox();
    box.open(true);
    add(2);

    const lost = box.reset();
    box.open(true);
    add(1);

    expect(lost).toHaveLength(2);
    expect(written).toEqual([1, 2, 1]);
  });

  it("is settled by writing it where the service knows no numbers", () => {
    const { box, settled, silent, add } = outbox();
    box.open(false);
    add(2);
    vi.advanceTimersByTime(60_000);

    expect(settled).toHaveLength(2);
    expect(silent).not.toHaveBeenCalled();
  });
});

describe("a refusal", () => {
  it("for now makes it go back, first with one message and then with more and more", () => {
    const { box, written, add } = outbox();
    box.open(true);
    add(6);
    written.length = 0;
    for (const n of range(2, 6)) box.goBack(n, false);
    box.settle(1);
    expect(written).toEqual([]);

    vi.advanceTimersByTime(1_000);
    expect(written).toEqual([2, 3]);

    box.settle(2);
    expect(written).toEqual([2, 3, 4, 5, 6]);
  });

  it("of what has been gone back from already is not heard", () => {
    const { box, written, add } = outbox();
    box.open(true);
    add(3);
    box.goBack(1, false);
    vi.advanceTimersByTime(1_000);
    box.goBack(2, false);
    vi.advanceTimersByTime(1_000);

    expect(written).toEqual([1, 2, 3, 1]);
  });

  it("for good settles that one alone", () => {
    const { box, written, settled, add } = outbox();
    box.open(true);
    add(3);
    box.refuse(2);
    box.close();
    box.open(true);

    expect(written).toEqual([1, 2, 3, 1, 3]);
    expect(settled).toEqual([]);
  });
});

describe("the pace", () => {
  it("stays below what the service allows", () => {
    const { box, written, add } = outbox();
    box.open(true);
    add(256);
    expect(written.length).toBeLessThanOrEqual(200);

    vi.advanceTimersByTime(1_000);
    expect(written.length).toBeLessThanOrEqual(200);
    vi.advanceTimersByTime(2_000);

    expect(written).toEqual(range(1, 256));
  });
});

describe("silence", () => {
  it("is noticed six seconds after the last answer", () => {
    const { box, silent, add } = outbox();
    box.open(true);
    add(2);
    vi.advanceTimersByTime(5_900);
    box.settle(1);
    vi.advanceTimersByTime(5_900);
    expect(silent).not.toHaveBeenCalled();

    vi.advanceTimersByTime(100);

    expect(silent).toHaveBeenCalledTimes(1);
  });

  it("means nothing while nothing is in flight", () => {
    const { box, silent, add } = outbox();
    box.open(true);
    add(1);
    box.settle(1);
    vi.advanceTimersByTime(60_000);

    expect(silent).not.toHaveBeenCalled();
  });
});
