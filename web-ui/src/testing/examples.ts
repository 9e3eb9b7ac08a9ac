import type { Availability, Match, Offer, Standing, Ticket } from "../api/model";

const field = { code: "0541", name: "Mathematics" };

export const NOTHING: Standing = {
  ticket: null,
  availability: null,
  offer: null,
  match: null,
  coolingUntil: null,
};

export const TICKET: Ticket = {
  id: "tkt_1",
  revision: 1,
  state: "queued",
  field,
  languages: ["en"],
  problem: "Why is it a logarithm?",
  createdAt: "2026-01-01T00:00:00Z",
  place: 2,
};

/** The same ticket in a ready check. */
export const OFFERED: Ticket = {
  ...TICKET,
  state: "offered",
  readyCheck: {
    offerId: "ofr_1",
    expiresAt: "2026-01-01T00:00:25Z",
    ready: false,
    expert: { displayName: "Grace" },
    because: ["field Mathematics"],
  },
};

export const AVAILABILITY: Availability = {
  state: "available",
  fields: [field],
  languages: ["en"],
  leaseUntil: "2026-01-01T00:00:30Z",
  taken: 0,
  doNotDisturb: false,
  autoAccept: false,
};

export const OFFER: Offer = {
  id: "ofr_1",
  ticketId: "tkt_1",
  learner: { displayName: "Ada" },
  field,
  languages: ["en"],
  problem: "Why is it a logarithm?",
  because: ["field Mathematics"],
  expiresAt: "2026-01-01T00:00:25Z",
  accepted: false,
  learnerReady: false,
  waitedSeconds: 90,
};

export const MATCH: Match = {
  id: "mch_1",
  role: "expert",
  peer: { displayName: "Ada" },
  field,
  problem: "Why is it a logarithm?",
  because: ["field Mathematics"],
  startedAt: "2026-01-01T00:00:10Z",
  state: "matched",
};
