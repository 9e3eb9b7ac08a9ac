import { exchange, type Tokens } from "./http";
import type {
  Availability,
  AvailabilityRequest,
  Match,
  Offer,
  RoomPass,
  Standing,
  Ticket,
  TicketRequest,
} from "./model";

const BASE = "/api/matchmaking/v1";

export const EVENTS_URL = `${BASE}/events`;

/** What a learner does with an open ticket. */
export type TicketMove = "ready" | "pause" | "resume" | "cancel" | "reopen";

/** The matchmaking REST API, as who is signed in. */
export class Matchmaking {
  readonly #tokens: Tokens;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  standing(): Promise<Standing> {
    return exchange(this.#tokens, "GET", `${BASE}/standing`);
  }

  createTicket(ticket: TicketRequest): Promise<Ticket> {
    return exchange(this.#tokens, "POST", `${BASE}/tickets`, ticket);
  }

  moveTicket(id: string, move: TicketMove): Promise<Ticket> {
    return exchange(this.#tokens, "POST", `${BASE}/tickets/${id}/${move}`);
  }

  setAvailability(availability: AvailabilityRequest): Promise<Availability> {
    return exchange(this.#tokens, "PUT", `${BASE}/availability`, availability);
  }

  renewAvailability(): Promise<Availability> {
    return exchange(this.#tokens, "POST", `${BASE}/availability/renew`);
  }

  endAvailability(): Promise<void> {
    return exchange(this.#tokens, "DELETE", `${BASE}/availability`);
  }

  acceptOffer(id: string): Promise<Offer> {
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
