import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ServiceClock } from "./service-clock";

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

let wall = START;
let stopwatch = 0;
let clock = new ServiceClock();

beforeEach(() => {
  wall = START;
  stopwatch = 0;
  clock = new ServiceClock();
  vi.spyOn(Date, "now").mockImplementation(() => wall);
  vi.spyOn(performance, "now").mockImplementation(() => stopwatch);
});

afterEach(() => void vi.restoreAllMocks());

test("is the browser's until the service was heard", () => {
  expect(clock.now()).toBe(START);
});

test("goes by the newest of what was told", () => {
  clock.hearLate(`${START + 4 * MINUTE}-0`);
  clock.hear(iso(START + 5 * MINUTE));
  clock.hearLate(`${START + 3 * MINUTE}-7`);
  clock.hearLate(null);
  clock.hear(undefined);

  expect(clock.now()).toBe(START + 5 * MINUTE);
});

test("an old event does not put it back after the machine slept", () => {
  clock.hear(iso(START + 5 * MINUTE));
  wall += 10 * MINUTE;
  clock.hearLate(`${START + 6 * MINUTE}-0`);

  expect(clock.isDoubtful).toBe(true);
  expect(clock.now()).toBe(START + 15 * MINUTE);
});

test("is measured anew once the service was heard after the browser's clock was set", () => {
  clock.hear(iso(START + 5 * MINUTE));
  pass(MINUTE);
  wall += 5 * MINUTE;
  expect(clock.isDoubtful).toBe(true);
  clock.hear(iso(START + 6 * MINUTE));

  expect(clock.isDoubtful).toBe(false);
  expect(clock.now()).toBe(START + 6 * MINUTE);
});

function pass(milliseconds: number): void {
  wall += milliseconds;
  stopwatch += milliseconds;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
