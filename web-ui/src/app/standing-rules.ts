import type {
  Availability,
  AvailabilityEnd,
  Match,
  MatchEnd,
  MatchmakingEvent,
  OfferEnd,
  Standing,
  Ticket,
} from "../api/model";

/** How a ready check ended that did not become a match, for the one who is still there. */
export interface CheckEnd {
  /** The other one's name. */
  peer: string;
  /** Whether the one who is still there had said yes. */
  saidYes: boolean;
}

export interface StandingState extends Omit<Standing, "toRate"> {
  /** The newest call of the last hour that this account has not rated yet. */
  toRate: Match | null;
  /** False until the service has said for the first time what is open. */
  known: boolean;
  /** Whether news arrive at the moment. */
  live: boolean;
  /** Whether there have been none for so long that somebody should know. */
  cutOff: boolean;
  /** Why the last availability ended, until the account is available again. */
  availabilityEnded: AvailabilityEnd | null;
  /** The last match that was ended by the service, and why. */
  matchEnded: { matchId: string; reason: MatchEnd } | null;
  /** The learner's last ready check, until the next one. */
  checkEnded: CheckEnd | null;
  /** The expert's last offer, until the next one. */
  offerEnded: (CheckEnd & { reason: OfferEnd }) | null;
  /** How often identity has said something new about the account. */
  accountNews: number;
  /** Who said thank you last, and for which match. */
  thanks: { matchId: string; from: string } | null;
}

export const NOTHING_OPEN: StandingState = {
  known: false,
  live: false,
  cutOff: false,
  ticket: null,
  availability: null,
  offer: null,
  match: null,
  coolingUntil: null,
  toRate: null,
  availabilityEnded: null,
  matchEnded: null,
  checkEnded: null,
  offerEnded: null,
  accountNews: 0,
  thanks: null,
};

/** What is open after an event. */
export function afterEvent(state: StandingState, event: MatchmakingEvent): StandingState {
  switch (event.type) {
    case "standing":
      return afterStanding(state, event);
    case "ticket":
      return afterTicket(state, event.ticket);
    case "offer":
      return { ...state, offer: event.offer, offerEnded: null };
    case "offer-ended":
      return afterOfferEnded(state, event.offerId, event.reason);
    case "availability":
      return { ...state, availability: unlessOff(event), availabilityEnded: null };
    case "availability-ended":
      return {
        ...state,
        availability: null,
        offer: null,
        offerEnded: null,
        availabilityEnded: event.reason,
        coolingUntil: event.coolingUntil ?? state.coolingUntil,
      };
    case "match":
      return { ...state, match: event.match, offer: null };
    case "match-ended":
      return afterMatchEnded(state, event.matchId, event.reason);
    case "thanks":
      return { ...state, thanks: { matchId: event.matchId, from: event.from.displayName } };
    case "account":
      return { ...state, accountNews: state.accountNews + 1 };
    case "reset":
    case "ping":
    case "replaced":
      return state;
    default:
      // A newer service may tell of things that this page does not know.
      return state;
  }
}

function afterStanding(state: StandingState, event: Standing): StandingState {
  const { ticket, offer, match } = event;
  return {
    ...state,
    known: true,
    ticket,
    availability: unlessOff(event),
    offer,
    match,
    coolingUntil: event.coolingUntil ?? null,
    toRate: event.toRate ?? null,
  };
}

function afterTicket(state: StandingState, ticket: Ticket): StandingState {
  const before = state.ticket?.id === ticket.id ? state.ticket : null;
  // What is told of an earlier one is no news of the one that is open.
  if (before === null && isOver(ticket) && state.ticket && !isOver(state.ticket)) return state;
  const check = before?.state === "offered" ? before.readyCheck : undefined;
  if (check && ticket.state === "queued") {
    const checkEnded = { peer: check.expert.displayName, saidYes: check.ready };
    return { ...state, ticket, checkEnded };
  }
  const goesOn = before !== null && ticket.state === "queued";
  return { ...state, ticket, checkEnded: goesOn ? state.checkEnded : null };
}

function afterOfferEnded(state: StandingState, offerId: string, reason: OfferEnd): StandingState {
  const { offer } = state;
  if (offer?.id !== offerId) return state;
  // The match that it has become is on its way.
  if (reason === "accepted") return { ...state, offer: { ...offer, accepted: true } };
  const offerEnded = { peer: offer.learner.displayName, saidYes: offer.accepted, reason };
  return { ...state, offer: null, offerEnded };
}

function unlessOff({ availability }: Pick<Standing, "availability">): Availability | null {
  return availability?.state === "off" ? null : availability;
}

function afterMatchEnded(state: StandingState, matchId: string, reason: MatchEnd): StandingState {
  const match = state.match?.id === matchId ? null : state.match;
  return { ...state, match, matchEnded: { matchId, reason } };
}

/** Whether the ticket still waits for its expert. */
export function isWaiting(ticket: Ticket | null): ticket is Ticket {
  return ticket?.state === "queued" || ticket?.state === "offered";
}

/** Whether the ticket has a place in the queue, now or after a pause. */
export function hasPlace(ticket: Ticket | null): ticket is Ticket {
  return ticket !== null && ["queued", "offered", "paused"].includes(ticket.state);
}

/**
 * Whether a page that waits for a match, and on which nobody said yes to it, opens the call. Not one that is running, which
 * another page is in; and not on a page out of sight, unless nobody has to say yes: somebody did so elsewhere.
 */
export function opensUnasked(
  { match, availability }: Pick<StandingState, "match" | "availability">,
  inSight: boolean,
): boolean {
  return match?.state === "matched" && (inSight || availability?.autoAccept === true);
}

/** Whether nothing more comes of the ticket, unless it is reopened. */
function isOver({ state }: Ticket): boolean {
  return ["completed", "cancelled", "expired", "failed"].includes(state);
}

/** Whether there is a call to be in. */
export function isOpen(match: Match | null): match is Match {
  return match?.state === "matched" || match?.state === "in-call";
}
