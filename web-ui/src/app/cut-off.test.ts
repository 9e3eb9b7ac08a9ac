import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Matchmaking } from "../api/matchmaking";
import { countedTokens } from "../testing/fake-fetch";
import { eventually } from "../testing/eventually";
import { FakeMatchmaking } from "../testing/fake-matchmaking";
import { StandingStore } from "./standing-store";

let service: FakeMatchmaking;
let store: StandingStore;
let away: boolean;

beforeEach(async () => {
  vi.useFakeTimers();
  service = new FakeMatchmaking();
  away = false;
  vi.stubGlobal("fetch", (path: string, init?: RequestInit) =>
    away ? Promise.reject(new TypeError("away")) : service.fetch(path, init),
  );
  const tokens = countedTokens();
  store = new StandingStore(tokens, new Matchmaking(tokens));
  store.start();
  await eventually(() => expect(store.state.live).toBe(true));
  service.say({ type: "account" });
  await eventually(() => expect(store.state.accountNews).toBe(1));
});

afterEach(() => {
  store.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a stream that ends with its token and begins again is nothing to tell", async () => {
  const cutOff: boolean[] = [];
  store.subscribe(() => cutOff.push(store.state.cutOff));

  service.endStream();
  await eventually(() => expect(store.state.live).toBe(false));
  await vi.advanceTimersByTimeAsync(400);
  await eventually(() => expect(store.state.live).toBe(true));
  await vi.advanceTimersByTimeAsync(5_000);

  expect(cutOff).not.toContain(true);
});

test("a page that hears nothing for a while says so, until it hears again", async () => {
  away = true;
  service.endStream();
  await eventually(() => expect(store.state.live).toBe(false));
  expect(store.state.cutOff).toBe(false);

  await vi.advanceTimersByTimeAsync(2_000);
  expect(store.state.cutOff).toBe(true);

  away = false;
  store.hurry();
  await eventually(() => expect(store.state).toMatchObject({ live: true, cutOff: false }));
});
