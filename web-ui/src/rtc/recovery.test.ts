import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Recovery } from "./recovery";

function watch() {
  const restart = vi.fn();
  const stuck = vi.fn();
  const states: string[] = [];
  const changed = (state: string) => states.push(state);
  return { recovery: new Recovery({ changed, restart, stuck }), restart, stuck, states };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a connection that breaks", () => {
  it("may mend by itself for two seconds", () => {
    const { recovery, restart, states } = watch();
    recovery.transportIs("connected");
    recovery.transportIs("disconnected");
    vi.advanceTimersByTime(1_900);

    recovery.transportIs("connected");
    vi.advanceTimersByTime(60_000);

    expect(restart).not.toHaveBeenCalled();
    expect(states).toEqual(["connected", "interrupted", "connected"]);
  });

  it("is restarted after that", () => {
    const { recovery, restart } = watch();
    recovery.transportIs("connected");
    recovery.transportIs("disconnected");

    vi.advanceTimersByTime(2_000);

    expect(restart).toHaveBeenCalledTimes(1);
  });

  it("is restarted at once when it has failed", () => {
    const { recovery, restart, states } = watch();
    recovery.transportIs("connected");

    recovery.transportIs("failed");

    expect(restart).toHaveBeenCalledTimes(1);
    expect(states).toEqual(["connected", "interrupted"]);
  });

  it("is called failed when restarting does not help, and connected when it does after all", () => {
    const { recovery, states } = watch();
    recovery.transportIs("connecting");
    recovery.transportIs("failed");
    expect(states).toEqual([]);

    recovery.transportIs("failed");
    recovery.transportIs("connected");

    expect(states).toEqual(["failed", "connected"]);
  });
});

describe("a restart", () => {
  it("that leads nowhere makes us doubt signaling", () => {
    const { recovery, stuck } = watch();
    recovery.transportIs("connected");
    recovery.transportIs("failed");

    vi.advanceTimersByTime(4_000);

    expect(stuck).toHaveBeenCalledTimes(1);
  });

  it("that works does not", () => {
    const { recovery, stuck } = watch();
    recovery.transportIs("connected");
    recovery.transportIs("failed");
    recovery.transportIs("connected");

    vi.advanceTimersByTime(60_000);

    expect(stuck).not.toHaveBeenCalled();
  });
});

describe("a peer that falls silent", () => {
  it("is noticed after three looks, and restarted when it stays so", () => {
    const { recovery, restart, states } = watch();
    recovery.transportIs("connected");
    for (const signs of [10, 20, 20, 20]) recovery.heard(signs);
    expect(states).toEqual(["connected"]);

    recovery.heard(20);
    vi.advanceTimersByTime(2_000);

    expect(states).toEqual(["connected", "interrupted"]);
    expect(restart).toHaveBeenCalledTimes(1);
  });

  it("is back with the first sign of life", () => {
    const { recovery, restart, states } = watch();
    recovery.transportIs("connected");
    for (const signs of [10, 10, 10, 10, 11]) recovery.heard(signs);
    vi.advanceTimersByTime(60_000);

    expect(states).toEqual(["connected", "interrupted", "connected"]);
    expect(restart).not.toHaveBeenCalled();
  });
});
