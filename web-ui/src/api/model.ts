import type { components } from "./matchmaking.types";

/** What the matchmaking service says about tickets, availability, offers, matches and what comes after them. */
type Schemas = components["schemas"];

export type Participant = Schemas["Participant"];
export type Role = Schemas["Role"];

/** How long it may take until an expert comes: honest, or not said at all. */
export type Estimate =
  | { kind: "interval"; fromSeconds: number; toSeconds: number }
  | { kind: Exclude<Schemas["Kind"], "interval"> };

/** The question to a learner whether they are there, because an expert was found. */
export type ReadyCheck = Schemas["ReadyCheck"];
export type Ticket = Estimated<Schemas["Ticket"]>;
export type TicketRequest = Schemas["TicketRequest"];
/** What can be changed about a ticket that waits. */
export type TicketChange = Schemas["TicketChange"];

export type Availability = Schemas["Availability"];
export type AvailabilityRequest = Schemas["AvailabilityRequest"];
export type Offer = Schemas["Offer"];

export type Match = Schemas["Match"];
export type MatchEnd = NonNullable<Match["reason"]>;
export type RoomPass = Schemas["RoomPass"];

export type Reason = Schemas["Reason"];
export type Rating = Schemas["Rating"];
/** A call that is over, and what this account made of it. */
export type HistoryEntry = Schemas["PastMatch"];
/** Somebody whom this account keeps as a favourite or keeps away. */
export type Relation = Schemas["Relation"];
/** How a field stands at the moment. */
export type FieldStatistics = Estimated<Schemas["FieldStatistics"]>;

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
  /** When this was so, by the service's clock; an older service does not say. */
  at?: string;
}

export type AvailabilityEnd =
  | "lease-expired"
  | "offer-unanswered"
  | "too-many-declines"
  | "capacity-reached"
  | "no-show"
  | "not-verified"
  | "by-account"
  | "by-administrator";
/** `not-ready`: the expert had accepted, but the learner stayed silent. */
export type OfferEnd = "accepted" | "declined" | "expired" | "withdrawn" | "not-ready";

/** What the stream of events tells; the document describes it in words. */
export type MatchmakingEvent =
  | ({ type: "standing" } & Standing)
  | { type: "reset" }
  | { type: "ticket"; ticket: Ticket }
  | { type: "offer"; offer: Offer }
  | { type: "offer-ended"; offerId: string; reason: OfferEnd }
  | { type: "availability"; availability: Availability }
  | { type: "availability-ended"; reason: AvailabilityEnd; coolingUntil?: string }
  | { type: "match"; match: Match; pass?: RoomPass }
  | { type: "match-ended"; matchId: string; reason: MatchEnd }
  | { type: "thanks"; matchId: string; from: Participant }
  | { type: "account" }
  | { type: "ping" }
  | { type: "replaced" };

/** One part of a list, and where the next begins. */
export interface Page<T> {
  items: T[];
  /** Absent on the last page. */
  next?: string;
}

/** The documents can't say that an interval has both its ends. */
type Estimated<T extends { estimate?: Schemas["Estimate"] }> = {
  [K in keyof T]: K extends "estimate" ? Estimate | Extract<T[K], undefined> : T[K];
};
