import type {
  Availability,
  AvailabilityEnd,
  Match,
  MatchEnd,
  MatchmakingEvent,
  Standing,
  Ticket,
} from "../api/matchmaking";

export interface StandingState extends Standing {
  /** False until the service has said for the first time what is open. */
  known: boolean;
  /** Whether news arrive at the moment. */
  live: boolean;
  /** Why the last availability ended, until the account is available again. */
  availabilityEnded: AvailabilityEnd | null;
  /** The last match that was ended by the service, and why. */
  matchEnded: { matchId: string; reason: MatchEnd } | null;
}

export const NOTHING_OPEN: StandingState = {
  known: false,
  live: false,
  ticket: null,
  availability: null,
  offer: null,
  match: null,
  availabilityEnded: null,
  matchEnded: null,
};

/** What is open after an event. */
export function afterEvent(state: StandingState, event: MatchmakingEvent): StandingState {
  switch (event.type) {
    case "standing": {
      const { ticket, offer, match } = event;
      return { ...state, known: true, ticket, availability: unlessOff(event), offer, match };
    }
    case "ticket":
      return { ...state, ticket: event.ticket };
    case "offer":
      return { ...state, offer: event.offer };
    case "offer-ended":
      return state.offer?.id === event.offerId ? { ...state, offer: null } : state;
    case "availability":
      return { ...state, availability: unlessOff(event), availabilityEnded: null };
    case "availability-ended":
      return { ...state, availability: null, offer: null, availabilityEnded: event.reason };
    case "match":
      return { ...state, match: event.match, offer: null };
    case "match-ended":
      return afterMatchEnded(state, event.matchId, event.reason);
    case "reset":
    case "ping":
      return state;
    default:
      // A newer service may tell of things that this page does not know.
      return state;
  }
}

function unlessOff({ availability }: Pick<Standing, "availability">): Availability | null {
  return availability?.state === "off" ? null : availability;
}

function afterMatchEnded(state: StandingState, matchId: string, reason: MatchEnd): StandingState {
  const match = state.match?.id === matchId ? null : state.match;
  return { ...state, match, matchEnded: { matchId, reason } };
}

/** Whether the ticket still waits for somebody to accept. */
export function isWaiting(ticket: Ticket | null): ticket is Ticket {
  return ticket?.state === "queued" || ticket?.state === "offered";
}

/** Whether there is a call to be in. */
export function isOpen(match: Match | null): match is Match {
  return match?.state === "matched" || match?.state === "in-call";
}
