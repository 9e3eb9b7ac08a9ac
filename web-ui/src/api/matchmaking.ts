import type { Complete, Except } from "./complete";
import { exchange, type Tokens } from "./http";
import type { components } from "./matchmaking.types";

type Schemas = components["schemas"];

const BASE = "/api/matchmaking/v1";

export const EVENTS_URL = `${BASE}/events`;

export type Offer = Complete<Schemas["Offer"]>;
export type Match = Complete<Schemas["Match"]>;
export type RoomPass = Complete<Schemas["RoomPass"]>;

/** It has a place only while it waits, and a match only once there is one. */
export type Ticket = Except<Complete<Schemas["Ticket"]>, "place" | "matchId">;

/** It has a lease unless it is off. */
export type Availability = Except<Complete<Schemas["Availability"]>, "leaseUntil">;

/** All that is open for an account. */
export interface Standing {
  ticket: Ticket | null;
  availability: Availability | null;
  offer: Offer | null;
  match: Match | null;
}

export type AvailabilityEnd = "lease-expired" | "offer-unanswered" | "by-account";
export type OfferEnd = "accepted" | "declined" | "expired" | "withdrawn";
export type MatchEnd = "left" | "empty" | "no-show";

export type MatchmakingEvent =
  | ({ type: "standing" } & Standing)
  | { type: "reset" }
  | { type: "ticket"; ticket: Ticket }
  | { type: "offer"; offer: Offer }
  | { type: "offer-ended"; offerId: string; reason: OfferEnd }
  | { type: "availability"; availability: Availability }
  | { type: "availability-ended"; reason: AvailabilityEnd }
  | { type: "match"; match: Match }
  | { type: "match-ended"; matchId: string; reason: MatchEnd }
  | { type: "ping" };

/** The matchmaking REST API, as who is signed in. */
export class Matchmaking {
  readonly #tokens: Tokens;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  standing(): Promise<Standing> {
    return exchange(this.#tokens, "GET", `${BASE}/standing`);
  }

  createTicket(ticket: { field: string; languages: string[]; problem: string }): Promise<Ticket> {
    return exchange(this.#tokens, "POST", `${BASE}/tickets`, ticket);
  }

  cancelTicket(id: string): Promise<Ticket> {
    return exchange(this.#tokens, "POST", `${BASE}/tickets/${id}/cancel`);
  }

  setAvailability(fields: string[]): Promise<Availability> {
    return exchange(this.#tokens, "PUT", `${BASE}/availability`, { fields });
  }

  renewAvailability(): Promise<Availability> {
    return exchange(this.#tokens, "POST", `${BASE}/availability/renew`);
  }

  endAvailability(): Promise<void> {
    return exchange(this.#tokens, "DELETE", `${BASE}/availability`);
  }

  acceptOffer(id: string): Promise<Match> {
    return exchange(this.#tokens, "POST", `${BASE}/offers/${id}/accept`);
  }

  declineOffer(id: string): Promise<void> {
    return exchange(this.#tokens, "POST", `${BASE}/offers/${id}/decline`);
  }

  match(id: string): Promise<Match> {
    return exchange(this.#tokens, "GET", `${BASE}/matches/${encodeURIComponent(id)}`);
  }

  roomPass(matchId: string, nonce: string): Promise<RoomPass> {
    return exchange(this.#tokens, "POST", `${BASE}/matches/${matchId}/pass`, { nonce });
  }

  leaveMatch(id: string): Promise<void> {
    return exchange(this.#tokens, "POST", `${BASE}/matches/${id}/leave`);
  }
}
