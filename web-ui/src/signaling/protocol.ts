/**
 * The messages of docs/protocol.md as a page sees them. protocol.examples.ts, written by the
 * service's tests, proves to the compiler that these types are what the service sends and reads.
 */

/** The WebSocket subprotocol that the service answers. */
export const SUBPROTOCOL = "stoa.v1";

/** Offered next to SUBPROTOCOL, followed by the room pass. */
export const PASS_SUBPROTOCOL_PREFIX = "stoa.pass.";

/** Offered instead of a pass, followed by `<epoch>.<seq>.<session>`: a session that goes on. */
export const RESUME_SUBPROTOCOL_PREFIX = "stoa.resume.";

export interface PeerInfo {
  peer: string;
  name: string;
  role: "learner" | "expert";
}

export interface IceServer {
  urls: string[];
  username?: string;
  credential?: string;
}

export interface Description {
  type: "offer" | "answer" | "pranswer" | "rollback";
  /** Absent or empty in a rollback. */
  sdp?: string;
}

export interface Candidate {
  candidate: string;
  sdpMid?: string;
  sdpMLineIndex?: number;
  usernameFragment?: string;
}

interface Sent {
  /** The page's own name for a message (at most 64 characters); an error about it carries it as `ref`. */
  id?: string;
  /** The message's number in the session, from 1 on: each is taken in once. The outbox sets it. */
  n?: number;
}

export type ClientMessage = Sent &
  (
    | { type: "description"; to: string; description: Description }
    | { type: "candidate"; to: string; candidate: Candidate | null }
    | { type: "chat"; text: string }
    | { type: "leave" }
    /** The page is being closed, reloaded or put aside. */
    | { type: "closing" }
  );

export type LeaveReason = "left" | "lost" | "replaced" | "removed";

export type ErrorCode =
  | "bad-message"
  | "too-large"
  | "unknown-type"
  | "unknown-peer"
  | "not-allowed"
  | "rate-limited"
  | "unavailable"
  | "out-of-order";

/** `seq` is the room's own number: it only increases, and has no holes for a room as a whole. */
export type ServerMessage =
  | {
      type: "welcome";
      protocol: 1;
      instance: string;
      epoch: string;
      seq: number;
      self: string;
      session: string;
      /** How long an absence may last, in seconds; an older instance in a rolling update names none. */
      resumeWithin?: number;
      peers: PeerInfo[];
      /** Those of `peers` whose page is away just now. */
      reconnecting?: string[];
      iceServers: IceServer[];
    }
  | {
      type: "resumed";
      instance: string;
      /** Everything up to this number that the page has missed follows, then what is new. */
      seq: number;
      /** The last number of ours that is settled. */
      received: number;
      peers: PeerInfo[];
      reconnecting: string[];
      iceServers: IceServer[];
    }
  | { type: "peer-joined"; seq: number; peer: PeerInfo }
  | { type: "peer-left"; seq: number; peer: string; reason: LeaveReason }
  | { type: "peer-reconnecting"; seq: number; peer: string }
  | { type: "peer-resumed"; seq: number; peer: PeerInfo }
  | { type: "description"; seq: number; from: string; description: Description }
  | { type: "candidate"; seq: number; from: string; candidate: Candidate | null }
  | { type: "chat"; seq: number; from: string; id?: string; text: string; at: string }
  /** Use these from now on. */
  | { type: "ice-servers"; iceServers: IceServer[] }
  /** All our messages up to number `n` are settled: taken in, or refused for good. */
  | { type: "ack"; n: number }
  | { type: "error"; code: ErrorCode; message: string; ref?: string; n?: number };

/** Every close code that the service uses, and whether a page should come back by itself. */
export const closeReasons = {
  left: { code: 1000, reconnect: false },
  closing: { code: 1001, reconnect: true },
  "not-utf8": { code: 1007, reconnect: false },
  "too-large": { code: 1009, reconnect: false },
  restarting: { code: 1012, reconnect: true },
  unavailable: { code: 1013, reconnect: true },
  "slow-consumer": { code: 4000, reconnect: true },
  silent: { code: 4001, reconnect: true },
  "bad-messages": { code: 4400, reconnect: false },
  "pass-refused": { code: 4401, reconnect: true },
  removed: { code: 4403, reconnect: false },
  "not-resumed": { code: 4404, reconnect: true },
  replaced: { code: 4409, reconnect: false },
  "room-ended": { code: 4410, reconnect: false },
  "room-full": { code: 4423, reconnect: false },
  flood: { code: 4429, reconnect: false },
} as const;

export type CloseName = keyof typeof closeReasons;
