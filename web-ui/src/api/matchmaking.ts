import { exchange, type Tokens } from "./http";
import type { FieldName } from "./identity";

const BASE = "/api/matchmaking/v1";

export const EVENTS_URL = `${BASE}/events`;

export type TicketState =
  "queued" | "offered" | "matched" | "in-call" | "completed" | "cancelled" | "expired";

export interface Ticket {
  id: string;
  state: TicketState;
  field: FieldName;
  languages: string[];
  problem: string;
  createdAt: string;
  /** Counted from 1 among the waiting tickets of the same field; only while it waits. */
  place?: number;
  matchId?: string;
}

export interface Availability {
  state: "available" | "offered" | "in-call" | "off";
  fields: FieldName[];
  languages: string[];
  leaseUntil: string;
}

export interface Offer {
  id: string;
  ticketId: string;
  learner: { displayName: string };
  field: FieldName;
  languages: string[];
  problem: string;
  /** Why these two may meet, in words. */
  because: string[];
  expiresAt: string;
}

export interface Match {
  id: string;
  role: "learner" | "expert";
  peer: { displayName: string };
  field: FieldName;
  problem: string;
  because: string[];
  startedAt: string;
  state: "matched" | "in-call" | "completed";
}

/** All that is open for an account. */
export interface Standing {
  ticket: Ticket | null;
  availability: Availability | null;
  offer: Offer | null;
  match: Match | null;
}

export interface RoomPass {
  pass: string;
  expiresAt: string;
  socketPath: string;
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
