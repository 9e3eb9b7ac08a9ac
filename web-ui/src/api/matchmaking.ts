import { exchange, send, type Tokens } from "./http";
import type {
  Availability,
  AvailabilityRequest,
  FieldStatistics,
  HistoryEntry,
  Match,
  Offer,
  Page,
  Rating,
  Relation,
  RoomPass,
  Standing,
  Ticket,
  TicketChange,
  TicketRequest,
} from "./model";

const BASE = "/api/matchmaking/v1";

export const EVENTS_URL = `${BASE}/events`;

/** What a learner does with a ticket. */
export type TicketMove = "pause" | "resume" | "cancel" | "reopen";

/** What one participant of a call can make of the other. */
export type Mark = "favourite" | "block";

/** The lists of people that an account keeps. */
export type RelationKind = "favourites" | "blocks";

/** How fields stand, at most 50 of them; nobody needs to be signed in. */
export async function fieldStatistics(
  codes: readonly string[],
  signal: AbortSignal,
): Promise<FieldStatistics[]> {
  const response = await send(`${BASE}/fields/statistics?fields=${codes.join(",")}`, { signal });
  return ((await response.json()) as { items: FieldStatistics[] }).items;
}

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

  ticket(id: string): Promise<Ticket> {
    return exchange(this.#tokens, "GET", `${BASE}/tickets/${id}`);
  }

  /** Throws a problem of status 412 when the ticket has changed since `revision`. */
  changeTicket(id: string, change: TicketChange, revision: number): Promise<Ticket> {
    const headers = { "If-Match": `"${revision}"` };
    return exchange(this.#tokens, "PATCH", `${BASE}/tickets/${id}`, change, headers);
  }

  /** Says yes to the ready check of an offer. */
  ready(id: string, offerId: string): Promise<Ticket> {
    return exchange(this.#tokens, "POST", `${BASE}/tickets/${id}/ready?offerId=${offerId}`);
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

  rate(matchId: string, rating: Rating): Promise<void> {
    return exchange(this.#tokens, "PUT", `${BASE}/matches/${matchId}/rating`, rating);
  }

  thank(matchId: string): Promise<void> {
    return exchange(this.#tokens, "POST", `${BASE}/matches/${matchId}/thanks`);
  }

  mark(matchId: string, mark: Mark, on: boolean): Promise<void> {
    return exchange(this.#tokens, on ? "PUT" : "DELETE", `${BASE}/matches/${matchId}/${mark}`);
  }

  /** The calls that are over, newest first. */
  history(cursor?: string): Promise<Page<HistoryEntry>> {
    return exchange(this.#tokens, "GET", `${BASE}/history${after(cursor)}`);
  }

  relations(kind: RelationKind, cursor?: string): Promise<Page<Relation>> {
    return exchange(this.#tokens, "GET", `${BASE}/${kind}${after(cursor)}`);
  }

  removeRelation(kind: RelationKind, id: string): Promise<void> {
    return exchange(this.#tokens, "DELETE", `${BASE}/${kind}/${id}`);
  }
}

function after(cursor: string | undefined): string {
  return cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`;
}
