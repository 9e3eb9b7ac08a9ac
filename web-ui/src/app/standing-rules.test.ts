import { expect, test } from "vitest";
import type { MatchmakingEvent } from "../api/model";
import { AVAILABILITY, MATCH, NOTHING, OFFER, OFFERED, TICKET } from "../testing/examples";
import { newsWords } from "./news";
import {
  afterEvent,
  hasPlace,
  isOpen,
  isWaiting,
  NOTHING_OPEN,
  opensUnasked,
} from "./standing-rules";

function after(...events: MatchmakingEvent[]) {
  return events.reduce(afterEvent, NOTHING_OPEN);
}

test("a standing replaces everything known before", () => {
  const state = after(
    { type: "offer", offer: OFFER },
    { type: "standing", ...NOTHING, ticket: TICKET },
  );

  expect(state).toMatchObject({ known: true, offer: null, ticket: TICKET });
});

test("only the offer that is shown ends with its end", () => {
  const other = after(
    { type: "offer", offer: OFFER },
    { type: "offer-ended", offerId: "ofr_0", reason: "expired" },
  );
  const same = after(
    { type: "offer", offer: OFFER },
    { type: "offer-ended", offerId: OFFER.id, reason: "withdrawn" },
  );

  expect(other.offer).toEqual(OFFER);
  expect(same.offer).toBeNull();
});

test("the end of an availability takes its offer along and is remembered until the next", () => {
  const ended = after(
    { type: "availability", availability: AVAILABILITY },
    { type: "offer", offer: OFFER },
    { type: "availability-ended", reason: "offer-unanswered" },
  );
  const back = afterEvent(ended, { type: "availability", availability: AVAILABILITY });

  expect(ended).toMatchObject({
    availability: null,
    offer: null,
    availabilityEnded: "offer-unanswered",
  });
  expect(back.availabilityEnded).toBeNull();
});

test("whose availability ended with an offer is not told that it goes on", () => {
  const state = after(
    { type: "availability", availability: AVAILABILITY },
    { type: "offer", offer: OFFER },
    { type: "offer-ended", offerId: OFFER.id, reason: "withdrawn" },
    { type: "availability-ended", reason: "not-verified" },
  );

  expect(newsWords(state)).toBeNull();
  expect(state.availabilityEnded).toBe("not-verified");
});

test("an availability that is off is none", () => {
  const state = after({ type: "availability", availability: { ...AVAILABILITY, state: "off" } });

  expect(state.availability).toBeNull();
});

test("an offer that is accepted stays until its match comes", () => {
  const state = after(
    { type: "offer", offer: OFFER },
    { type: "offer-ended", offerId: OFFER.id, reason: "accepted" },
  );

  expect(state.offer).toEqual({ ...OFFER, accepted: true });
  expect(afterEvent(state, { type: "match", match: MATCH }).offer).toBeNull();
});

test("how an offer ended is remembered until the next one", () => {
  const accepted = { ...OFFER, accepted: true };
  const ended = after(
    { type: "offer", offer: accepted },
    { type: "offer-ended", offerId: OFFER.id, reason: "expired" },
  );

  expect(ended.offerEnded).toEqual({ peer: "Ada", saidYes: true, reason: "expired" });
  expect(afterEvent(ended, { type: "offer", offer: OFFER }).offerEnded).toBeNull();
});

test("a ready check that puts the ticket back is remembered until the ticket is offered again", () => {
  const check = { ...OFFERED.readyCheck, ready: true } as typeof OFFERED.readyCheck & object;
  const back = after(
    { type: "ticket", ticket: { ...OFFERED, readyCheck: check } },
    { type: "ticket", ticket: TICKET },
    { type: "ticket", ticket: { ...TICKET, place: 1 } },
  );

  expect(back.checkEnded).toEqual({ peer: "Grace", saidYes: true });
  expect(afterEvent(back, { type: "ticket", ticket: OFFERED }).checkEnded).toBeNull();
});

test("news of a ticket that is over leave the open one alone, and end it when it is the same", () => {
  const failed = { ...TICKET, id: "tkt_before", state: "failed" as const };
  const asksAgain = after({ type: "ticket", ticket: failed }, { type: "ticket", ticket: TICKET });
  expect(asksAgain.ticket).toEqual(TICKET);

  expect(afterEvent(asksAgain, { type: "ticket", ticket: failed })).toEqual(asksAgain);
  const cancelled = { ...TICKET, state: "cancelled" as const };
  const ended = afterEvent(asksAgain, { type: "ticket", ticket: cancelled });
  expect(ended.ticket).toEqual(cancelled);
  expect(afterEvent(ended, { type: "ticket", ticket: failed }).ticket).toEqual(failed);
});

test("a ready check that becomes a match leaves nothing to tell", () => {
  const matched = { ...TICKET, state: "matched" as const };
  const state = after({ type: "ticket", ticket: OFFERED }, { type: "ticket", ticket: matched });

  expect(state.checkEnded).toBeNull();
});

test("a match closes the offer, and its end is remembered", () => {
  const matched = after({ type: "offer", offer: OFFER }, { type: "match", match: MATCH });
  const ended = afterEvent(matched, { type: "match-ended", matchId: MATCH.id, reason: "no-show" });

  expect(matched).toMatchObject({ offer: null, match: MATCH });
  expect(ended).toMatchObject({
    match: null,
    matchEnded: { matchId: MATCH.id, reason: "no-show" },
  });
});

test("the end of an earlier match leaves the one that is open", () => {
  const state = after(
    { type: "match", match: MATCH },
    { type: "match-ended", matchId: "mch_0", reason: "left" },
  );

  expect(state.match).toEqual(MATCH);
});

test("events of a newer service change nothing", () => {
  const event = { type: "something-new" } as unknown as MatchmakingEvent;

  expect(afterEvent(NOTHING_OPEN, event)).toBe(NOTHING_OPEN);
});

test("a ticket waits until somebody accepts, a match is open until it is completed", () => {
  expect(isWaiting({ ...TICKET, state: "offered" })).toBe(true);
  expect(isWaiting({ ...TICKET, state: "matched" })).toBe(false);
  expect(isWaiting(null)).toBe(false);
  expect(isWaiting({ ...TICKET, state: "paused" })).toBe(false);
  expect(hasPlace({ ...TICKET, state: "paused" })).toBe(true);
  expect(hasPlace({ ...TICKET, state: "cancelled" })).toBe(false);
  expect(isOpen({ ...MATCH, state: "in-call" })).toBe(true);
  expect(isOpen({ ...MATCH, state: "completed" })).toBe(false);
});

test("a call that another page is in is left there", () => {
  expect(opensUnasked({ match: MATCH, availability: null }, true)).toBe(true);
  expect(opensUnasked({ match: { ...MATCH, state: "in-call" }, availability: null }, true)).toBe(
    false,
  );
  expect(opensUnasked({ match: null, availability: null }, true)).toBe(false);
});

test("a page out of sight opens a call only if nobody had to say yes", () => {
  expect(opensUnasked({ match: MATCH, availability: AVAILABILITY }, false)).toBe(false);
  const byItself = { ...AVAILABILITY, autoAccept: true };
  expect(opensUnasked({ match: MATCH, availability: byItself }, false)).toBe(true);
});
