import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Matchmaking } from "../api/matchmaking";
import { AVAILABILITY, MATCH, NOTHING, OFFER, OFFERED, TICKET } from "../testing/examples";
import { countedTokens, json } from "../testing/fake-fetch";
import { eventually } from "../testing/eventually";
import { FakeMatchmaking } from "../testing/fake-matchmaking";
import { StandingStore } from "./standing-store";

let service: FakeMatchmaking;
let store: StandingStore;

beforeEach(async () => {
  service = new FakeMatchmaking();
  vi.stubGlobal("fetch", service.fetch);
  const tokens = countedTokens();
  store = new StandingStore(tokens, new Matchmaking(tokens));
  store.start();
  await eventually(() => expect(store.state.live).toBe(true));
});

afterEach(() => {
  store.stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("answers a ping by renewing the availability, if there is one", async () => {
  service.say({ type: "ping" });
  service.say({ type: "availability", availability: AVAILABILITY });
  await eventually(() => expect(store.state.availability).not.toBeNull());
  expect(service.calls).not.toContain("POST /availability/renew");
  service.answers.set("POST /availability/renew", () => json(AVAILABILITY));

  service.say({ type: "ping" });

  await eventually(() => expect(service.calls).toContain("POST /availability/renew"));
});

test("renews as soon as the page is open, for it may be gone before the first ping", async () => {
  service.answers.set("POST /availability/renew", () => json(AVAILABILITY));

  service.say({ type: "standing", ...NOTHING, availability: AVAILABILITY });

  await eventually(() => expect(service.calls).toContain("POST /availability/renew"));
});

test("notices when there was nothing left to renew", async () => {
  service.say({ type: "availability", availability: AVAILABILITY });
  service.say({ type: "ping" });

  await eventually(() => expect(store.state.availabilityEnded).toBe("lease-expired"));

  expect(store.state.availability).toBeNull();
});

test("keeps what an event said when the answer to the request comes later", async () => {
  const matched = { ...TICKET, state: "matched" as const };
  service.answers.set("POST /tickets", () => json(TICKET, 201));
  service.say({ type: "ticket", ticket: matched });
  await eventually(() => expect(store.state.ticket).toEqual(matched));

  await store.ask({ field: "0541", languages: ["en"], problem: "Why?" });

  expect(store.state.ticket).toEqual(matched);
});

test("an accepted offer stays open until the learner is ready, too", async () => {
  service.say({ type: "offer", offer: OFFER });
  await eventually(() => expect(store.state.offer).not.toBeNull());
  const accepted = { ...OFFER, accepted: true };
  service.answers.set(`POST /offers/${OFFER.id}/accept`, () => json(accepted));

  await store.accept(OFFER.id);

  expect(store.state).toMatchObject({ offer: accepted, match: null });
  expect(store.saidYes).toBe(true);
});

test("the match that both said yes to takes the place of the offer", async () => {
  service.say({ type: "offer", offer: OFFER });
  await eventually(() => expect(store.state.offer).not.toBeNull());
  service.answers.set(`POST /offers/${OFFER.id}/accept`, () => json({ ...OFFER, accepted: true }));
  await store.accept(OFFER.id);

  service.say({ type: "offer-ended", offerId: OFFER.id, reason: "accepted" });
  service.say({ type: "match", match: MATCH });

  await eventually(() => expect(store.state).toMatchObject({ offer: null, match: MATCH }));
  expect(store.saidYes).toBe(true);
});

test("a learner who is ready waits for the expert, and is back in the queue without them", async () => {
  service.say({ type: "ticket", ticket: OFFERED });
  await eventually(() => expect(store.state.ticket).toEqual(OFFERED));
  const ready = { ...OFFERED, readyCheck: { ...OFFERED.readyCheck, ready: true } };
  service.answers.set(`POST /tickets/${TICKET.id}/ready?offerId=ofr_1`, () => json(ready));

  await store.ready(TICKET.id, "ofr_1");
  expect(store.state.ticket).toEqual(ready);
  expect(store.saidYes).toBe(true);

  service.say({ type: "ticket", ticket: TICKET });
  await eventually(() => expect(store.state.ticket).toEqual(TICKET));
  expect(store.saidYes).toBe(false);
  expect(store.state.checkEnded).toEqual({ peer: "Grace", saidYes: true });
});

test("asks what is so when a ticket can't be moved any more", async () => {
  service.say({ type: "ticket", ticket: OFFERED });
  await eventually(() => expect(store.state.ticket).toEqual(OFFERED));
  const detail = "The check is over. Wait for the next.";
  service.answers.set(`POST /tickets/${TICKET.id}/ready?offerId=ofr_1`, () =>
    json({ detail }, 409),
  );
  service.answers.set("GET /standing", () => json({ ...NOTHING, ticket: TICKET }));

  await expect(store.ready(TICKET.id, "ofr_1")).rejects.toThrow(detail);

  await eventually(() => expect(store.state.ticket).toEqual(TICKET));
});

test("changes the words of a ticket as this page has seen it", async () => {
  const changed = { ...TICKET, problem: "Why e?", revision: 5 };
  service.answers.set(`PATCH /tickets/${TICKET.id}`, () => json(changed));

  await store.changeTicket(TICKET.id, { problem: "Why e?" }, 4);

  expect(store.state.ticket).toEqual(changed);
  expect(service.headers.get("If-Match")).toBe('"4"');
});

test("shows what a ticket has become when it was changed elsewhere first", async () => {
  const newer = { ...TICKET, problem: "Why pi?", revision: 6 };
  service.answers.set(`PATCH /tickets/${TICKET.id}`, () => json({ detail: "Changed." }, 412));
  service.answers.set(`GET /tickets/${TICKET.id}`, () => json(newer));

  const change = store.changeTicket(TICKET.id, { problem: "Why e?" }, 4);

  await expect(change).rejects.toThrow("Changed.");
  expect(store.state.ticket).toEqual(newer);
});

test("knows until when to cool down, from a refusal and from the standing", async () => {
  const until = "2026-01-01T00:02:00Z";
  const refusal = { type: "/problems/cooling-down", detail: "Wait.", until };
  service.answers.set("PUT /availability", () => json(refusal, 409));
  await expect(store.becomeAvailable({ fields: ["0541"] })).rejects.toThrow("Wait.");
  expect(store.state.coolingUntil).toBe(until);

  const later = "2026-01-01T00:10:00Z";
  service.answers.set("GET /standing", () => json({ ...NOTHING, coolingUntil: later }));
  service.say({ type: "availability-ended", reason: "offer-unanswered" });

  await eventually(() => expect(store.state.coolingUntil).toBe(later));
});

test("closes an offer that could not be accepted any more", async () => {
  service.say({ type: "offer", offer: OFFER });
  await eventually(() => expect(store.state.offer).not.toBeNull());
  const detail = "The offer ended. Stay available for the next.";
  service.answers.set(`POST /offers/${OFFER.id}/accept`, () => json({ detail }, 409));

  await expect(store.accept(OFFER.id)).rejects.toThrow(detail);

  expect(store.state.offer).toBeNull();
});

test("keeps an offer whose answer was not heard, so that it can be given again", async () => {
  service.say({ type: "offer", offer: OFFER });
  await eventually(() => expect(store.state.offer).not.toBeNull());
  const detail = "Try again in a second.";
  service.answers.set(`POST /offers/${OFFER.id}/accept`, () => json({ detail }, 503));
  service.answers.set(`POST /offers/${OFFER.id}/decline`, () => json({ detail }, 503));

  await expect(store.accept(OFFER.id)).rejects.toThrow(detail);
  await expect(store.decline(OFFER.id)).rejects.toThrow(detail);
  expect(store.state.offer).toEqual(OFFER);

  service.answers.set(`POST /offers/${OFFER.id}/decline`, () => json({}));
  await store.decline(OFFER.id);
  expect(store.state.offer).toBeNull();
});

test("knows the service's time from the newest event", async () => {
  const start = Date.now();
  const ahead = start + 300_000;
  const at = new Date(ahead - 60_000).toISOString();
  service.say({ type: "standing", ...NOTHING, at }, `${ahead - 90_000}-0`);
  service.say({ type: "ticket", ticket: TICKET }, `${ahead}-0`);
  await eventually(() => expect(store.state.ticket).not.toBeNull());

  const waited = Date.now() - start;
  expect(store.serverNow() - Date.now()).toBeGreaterThanOrEqual(300_000 - waited - 1);
  expect(store.serverNow() - Date.now()).toBeLessThanOrEqual(300_000);
});

test("asks for the service's time when the browser's clock was set", async () => {
  const real = Date.now.bind(Date);
  vi.spyOn(Date, "now").mockImplementation(() => real() - 300_000);
  service.say({ type: "ticket", ticket: TICKET }, `${real()}-0`);
  await eventually(() => expect(store.state.ticket).not.toBeNull());
  expect(store.serverNow() - Date.now()).toBeGreaterThan(290_000);
  vi.restoreAllMocks();

  const at = new Date().toISOString();
  service.answers.set("GET /standing", () => json({ ...NOTHING, at }));
  service.say({ type: "offer", offer: OFFER }, `${Date.now()}-0`);

  await eventually(() => expect(store.serverNow()).toBeLessThanOrEqual(Date.now()));
});

test("takes what was told together as one change", async () => {
  service.say({ type: "availability", availability: AVAILABILITY });
  await eventually(() => expect(store.state.availability).not.toBeNull());
  const changes: unknown[] = [];
  store.subscribe(() => changes.push([store.state.availability, store.state.match?.id]));

  service.sayTogether(
    { type: "availability-ended", reason: "capacity-reached" },
    { type: "match", match: MATCH },
  );

  await eventually(() => expect(store.state.match).not.toBeNull());
  expect(changes).toEqual([[null, MATCH.id]]);
});

test("hands on the way into the room with the news of the match, and only then", async () => {
  const pass = { pass: "p", expiresAt: "2026-03-01T10:01:00Z", socketPath: "/s" };
  const told: unknown[] = [];
  store.subscribe(() => told.push([store.state.match?.state, store.pass]));

  service.say({ type: "match", match: MATCH, pass });
  service.say({ type: "match", match: { ...MATCH, state: "in-call" } });

  await eventually(() => expect(store.state.match?.state).toBe("in-call"));
  expect(told).toEqual([
    ["matched", pass],
    ["in-call", undefined],
  ]);
  expect(store.pass).toBeUndefined();
});
