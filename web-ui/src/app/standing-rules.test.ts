import { expect, test } from "vitest";
import type { MatchmakingEvent } from "../api/matchmaking";
import { AVAILABILITY, MATCH, NOTHING, OFFER, TICKET } from "../testing/examples";
import { afterEvent, isOpen, isWaiting, NOTHING_OPEN } from "./standing-rules";

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

test("an availability that is off is none", () => {
  const state = after({ type: "availability", availability: { ...AVAILABILITY, state: "off" } });

  expect(state.availability).toBeNull();
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
  expect(isOpen({ ...MATCH, state: "in-call" })).toBe(true);
  expect(isOpen({ ...MATCH, state: "completed" })).toBe(false);
});
