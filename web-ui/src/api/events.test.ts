import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countedTokens, fakeFetch, json, type Request } from "../testing/fake-fetch";
import { eventually } from "../testing/eventually";
import { EventStream, retryDelay } from "./events";
import { SignedOut } from "./http";
import type { MatchmakingEvent } from "./model";

let stream: EventStream | null = null;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  stream?.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** An answer that sends `text` and then stays open, until it is aborted. */
function open(text: string) {
  return ({ signal }: Request) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(text));
        signal?.addEventListener("abort", () => controller.error(signal.reason));
      },
    });
    return new Response(body);
  };
}

function listen(tokens = countedTokens()) {
  const events: MatchmakingEvent[] = [];
  const live: boolean[] = [];
  stream = new EventStream(tokens, {
    events: (heard) => events.push(...heard.map(({ event }) => event)),
    connection: (now) => live.push(now),
  });
  const ended = stream.run();
  return { events, live, ended };
}

const RESET = 'id: 7-0\nevent: reset\ndata: {"type":"reset"}\n\n';
const PING = 'event: ping\ndata: {"type":"ping"}\n\n';

test("hears events as they come", async () => {
  fakeFetch(open(RESET + PING));

  const { events, live } = listen();

  await eventually(() => expect(events).toEqual([{ type: "reset" }, { type: "ping" }]));
  expect(live).toEqual([true]);
});

test("goes on after the last event seen when the stream ends", async () => {
  const requests = fakeFetch(new Response(RESET + PING), open(PING));

  const { events } = listen();

  await eventually(() => expect(events).toHaveLength(3));
  expect(requests[0]?.headers.has("last-event-id")).toBe(false);
  expect(requests[1]?.headers.get("last-event-id")).toBe("7-0");
});

test("takes a silent stream for dead and opens another", async () => {
  const requests = fakeFetch(open(PING), open(PING));
  const { events, live } = listen();
  await eventually(() => expect(events).toHaveLength(1));

  await vi.advanceTimersByTimeAsync(26_000);

  await eventually(() => expect(events).toHaveLength(2));
  expect(requests).toHaveLength(2);
  expect(live).toEqual([true, false, true]);
});

test("uses a new token when the old one is refused", async () => {
  const requests = fakeFetch(json({}, 401), open(PING));

  const { events } = listen();

  await eventually(() => expect(events).toHaveLength(1));
  expect(requests[1]?.headers.get("authorization")).toBe("Bearer t2");
});

test("tries again while the service is away, and at once when hurried", async () => {
  const requests = fakeFetch(new TypeError("away"), new TypeError("away"), open(PING));
  const { events } = listen();
  await eventually(() => expect(requests).toHaveLength(1));

  await vi.advanceTimersByTimeAsync(800);
  await eventually(() => expect(requests).toHaveLength(2));
  await vi.advanceTimersByTimeAsync(1);
  stream?.hurry();

  await eventually(() => expect(events).toHaveLength(1));
});

test("comes back a minute later when too many streams were open, and at once when looked at", async () => {
  const replaced = 'event: replaced\ndata: {"type":"replaced"}\n\n';
  const requests = fakeFetch(new Response(replaced), new Response(replaced), open(PING));
  const { live, events } = listen();
  await eventually(() => expect(live).toEqual([true, false]));

  await vi.advanceTimersByTimeAsync(59_000);
  expect(requests).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  await eventually(() => expect(live).toEqual([true, false, true, false]));
  await vi.advanceTimersByTimeAsync(1);
  stream?.hurry();

  await eventually(() => expect(events.at(-1)).toEqual({ type: "ping" }));
});

test("ends when nobody is signed in any more", async () => {
  const requests = fakeFetch(open(PING));
  const nobody = {
    token: () => Promise.reject(new SignedOut()),
    replace: () => Promise.reject(new SignedOut()),
  };

  await listen(nobody).ended;

  expect(requests).toHaveLength(0);
});

test("waits longer after each fruitless attempt, up to ten seconds, each page differently", () => {
  const longest = [1, 2, 3, 4, 5, 6, 7].map((fruitless) => retryDelay(fruitless, 1));

  expect(longest).toEqual([800, 1600, 3200, 6400, 10_000, 10_000, 10_000]);
  expect(retryDelay(3, 0)).toBe(1600);
  expect(retryDelay(0, 0.5)).toBe(200);
});
