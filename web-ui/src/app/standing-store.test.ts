import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Matchmaking, type MatchmakingEvent } from "../api/matchmaking";
import { AVAILABILITY, MATCH, NOTHING, OFFER, TICKET } from "../testing/examples";
import { countedTokens, json } from "../testing/fake-fetch";
import { StandingStore } from "./standing-store";

/** The matchmaking service at the other end of fetch: a stream of events, and what the test makes it answer. */
class FakeService {
  readonly calls: string[] = [];
  readonly answers = new Map<string, () => Response>();
  #stream: ReadableStreamDefaultController<Uint8Array> | null = null;

  readonly fetch = (path: string, init: RequestInit = {}): Promise<Response> => {
    const call = `${init.method ?? "GET"} ${path.replace("/api/matchmaking/v1", "")}`;
    this.calls.push(call);
    if (call === "GET /events") return Promise.resolve(new Response(this.#open()));
    return Promise.resolve(this.answers.get(call)?.() ?? json({}, 404));
  };

  say(event: MatchmakingEvent, id?: string): void {
    const head = id === undefined ? "" : `id: ${id}\n`;
    const text = `${head}event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
    this.#stream?.enqueue(new TextEncoder().encode(text));
  }

  #open(): ReadableStream<Uint8Array> {
    return new ReadableStream({ start: (controller) => void (this.#stream = controller) });
  }
}

let service: FakeService;
let store: StandingStore;

beforeEach(async () => {
  service = new FakeService();
  vi.stubGlobal("fetch", service.fetch);
  const tokens = countedTokens();
  store = new StandingStore(tokens, new Matchmaking(tokens));
  store.start();
  await vi.waitFor(() => expect(store.state.live).toBe(true));
});

afterEach(() => {
  store.stop();
  vi.unstubAllGlobals();
});

test("answers a ping by renewing the availability, and only then", async () => {
  service.say({ type: "ping" });
  service.say({ type: "availability", availability: AVAILABILITY });
  await vi.waitFor(() => expect(store.state.availability).not.toBeNull());
  expect(service.calls).not.toContain("POST /availability/renew");
  service.answers.set("POST /availability/renew", () => json(AVAILABILITY));

  service.say({ type: "ping" });

  await vi.waitFor(() => expect(service.calls).toContain("POST /availability/renew"));
});

test("notices when there was nothing left to renew", async () => {
  service.say({ type: "availability", availability: AVAILABILITY });
  service.say({ type: "ping" });

  await vi.waitFor(() => expect(store.state.availabilityEnded).toBe("lease-expired"));

  expect(store.state.availability).toBeNull();
});

test("keeps what an event said when the answer to the request comes later", async () => {
  const matched = { ...TICKET, state: "matched" as const };
  service.answers.set("POST /tickets", () => json(TICKET, 201));
  service.say({ type: "ticket", ticket: matched });
  await vi.waitFor(() => expect(store.state.ticket).toEqual(matched));

  await store.ask({ field: "0541", languages: ["en"], problem: "Why?" });

  expect(store.state.ticket).toEqual(matched);
});

test("has the match as soon as the offer is accepted", async () => {
  service.say({ type: "offer", offer: OFFER });
  await vi.waitFor(() => expect(store.state.offer).not.toBeNull());
  service.answers.set(`POST /offers/${OFFER.id}/accept`, () => json(MATCH));

  await store.accept(OFFER.id);

  expect(store.state).toMatchObject({ offer: null, match: MATCH });
});

test("closes an offer that could not be accepted any more", async () => {
  service.say({ type: "offer", offer: OFFER });
  await vi.waitFor(() => expect(store.state.offer).not.toBeNull());
  const detail = "The offer ended. Stay available for the next.";
  service.answers.set(`POST /offers/${OFFER.id}/accept`, () => json({ detail }, 409));

  await expect(store.accept(OFFER.id)).rejects.toThrow(detail);

  expect(store.state.offer).toBeNull();
});

test("knows the service's time from the newest event", async () => {
  const ahead = Date.now() + 300_000;
  service.say({ type: "standing", ...NOTHING }, `${ahead - 60_000}-0`);
  service.say({ type: "ticket", ticket: TICKET }, `${ahead}-0`);
  await vi.waitFor(() => expect(store.state.ticket).not.toBeNull());

  expect(store.serverNow() - Date.now()).toBeGreaterThan(299_000);
  expect(store.serverNow() - Date.now()).toBeLessThanOrEqual(300_000);
});
