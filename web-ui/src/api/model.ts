/** What the matchmaking service says about tickets, availability, offers, matches and what comes after them. */

export interface Field {
  code: string;
  name: string;
}

export interface Participant {
  displayName: string;
}

export type TicketState =
  | "queued"
  | "offered"
  | "matched"
  | "in-call"
  | "completed"
  | "paused"
  | "cancelled"
  | "expired"
  | "failed";

/** How long it may take until an expert comes: honest, or not said at all. */
export type Estimate =
  | { kind: "interval"; fromSeconds: number; toSeconds: number }
  | { kind: "no-expert" }
  | { kind: "unknown" };

/** The question to a learner whether they are there, because an expert was found. */
export interface ReadyCheck {
  offerId: string;
  expiresAt: string;
  /** Whether this learner has said yes. */
  ready: boolean;
  expert: Participant;
  because: string[];
}

export interface Pause {
  reason: "by-learner" | "not-ready";
  resumableAt: string;
  endsAt: string;
}

export type TicketEnd =
  "no-show" | "waited-too-long" | "paused-too-long" | "by-learner" | "by-administrator";

export interface Ticket {
  id: string;
  state: TicketState;
  field: Field;
  languages: string[];
  problem: string;
  createdAt: string;
  place?: number;
  estimate?: Estimate;
  readyCheck?: ReadyCheck;
  pause?: Pause;
  reason?: TicketEnd;
  reopenUntil?: string;
  matchId?: string;
  /** Raised by every change; a change names the one it was made from. */
  revision?: number;
  /** Whom an integrator asks for. */
  learner?: { externalId: string; displayName: string };
}

export interface TicketRequest {
  field: string;
  languages: string[];
  problem: string;
}

/** What can be changed about a ticket that waits. */
export interface TicketChange {
  problem?: string;
  languages?: string[];
}

export interface Availability {
  state: "off" | "available" | "offered" | "in-call" | "do-not-disturb";
  fields: Field[];
  languages: string[];
  leaseUntil?: string;
  /** The most matches until it ends by itself; absent when it goes on. */
  capacity?: number;
  /** Matches so far. */
  taken: number;
  doNotDisturb: boolean;
  autoAccept: boolean;
}

export interface AvailabilityRequest {
  fields: string[];
  languages?: string[];
  capacity?: number;
  doNotDisturb?: boolean;
  autoAccept?: boolean;
}

export interface Offer {
  id: string;
  ticketId: string;
  learner: Participant;
  field: Field;
  languages: string[];
  problem: string;
  because: string[];
  expiresAt: string;
  accepted: boolean;
  learnerReady: boolean;
  waitedSeconds: number;
  matchId?: string;
}

export type Role = "learner" | "expert";

export interface Match {
  id: string;
  role: Role;
  peer: Participant;
  field: Field;
  problem: string;
  because: string[];
  startedAt: string;
  state: "matched" | "in-call" | "completed";
  endedAt?: string;
  reason?: MatchEnd;
}

export interface RoomPass {
  pass: string;
  expiresAt: string;
  socketPath: string;
}

/** All that is open for an account. */
export interface Standing {
  ticket: Ticket | null;
  availability: Availability | null;
  offer: Offer | null;
  match: Match | null;
  /** Until when this account may neither become available nor resume, after answers it owed. */
  coolingUntil: string | null;
  /** The newest call of the last hour that this account has not rated yet. */
  toRate?: Match;
}

export type AvailabilityEnd =
  | "lease-expired"
  | "offer-unanswered"
  | "too-many-declines"
  | "capacity-reached"
  | "no-show"
  | "by-account";
/** `not-ready`: the expert had accepted, but the learner stayed silent. */
export type OfferEnd = "accepted" | "declined" | "expired" | "withdrawn" | "not-ready";
export type MatchEnd = "left" | "empty" | "no-show";

export type MatchmakingEvent =
  | ({ type: "standing" } & Standing)
  | { type: "reset" }
  | { type: "ticket"; ticket: Ticket }
  | { type: "offer"; offer: Offer }
  | { type: "offer-ended"; offerId: string; reason: OfferEnd }
  | { type: "availability"; availability: Availability }
  | { type: "availability-ended"; reason: AvailabilityEnd; coolingUntil?: string }
  | { type: "match"; match: Match }
  | { type: "match-ended"; matchId: string; reason: MatchEnd }
  | { type: "thanks"; matchId: string; from: Participant }
  | { type: "account" }
  | { type: "ping" };

/** One part of a list, and where the next begins. */
export interface Page<T> {
  items: T[];
  /** Absent on the last page. */
  next?: string;
}

export type Reason =
  | "clear"
  | "patient"
  | "knowledgeable"
  | "friendly"
  | "unclear"
  | "prepared"
  | "curious"
  | "unprepared"
  | "impatient"
  | "off-topic"
  | "technical-trouble";

export interface Rating {
  /** 1 to 5. */
  stars: number;
  reasons: Reason[];
  /** At most 500 characters. */
  words?: string;
}

/** A call that is over, and what this account made of it. */
export interface HistoryEntry {
  match: Match;
  rating?: Rating;
  thanked: boolean;
  thanksReceived: boolean;
  favourite: boolean;
  blocked: boolean;
  /** Until when it can be rated and thanked for; absent when nobody came into the room. */
  rateUntil?: string;
}

/** Somebody whom this account keeps as a favourite or keeps away. */
export interface Relation {
  id: string;
  displayName: string;
  since: string;
}

/** How a field stands at the moment. */
export interface FieldStatistics {
  /** The code of the field. */
  field: string;
  waiting: number;
  available: number;
  inCall: number;
  estimate: Estimate;
}
