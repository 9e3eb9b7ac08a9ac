/** How far a session has come: all that it takes to go on with it elsewhere. */
export interface Place {
  epoch: string;
  /** The highest number received. */
  seq: number;
  /** The secret name of the session. */
  session: string;
}

/** What lets a connection in. */
export type Credentials = { kind: "pass"; pass: string } | { kind: "resume"; place: Place };

/** Never called before the transport's constructor has returned, nor after `close` or `finish`. */
export interface TransportEvents {
  /** The service has let us in; its first message follows. */
  opened(): void;
  /** One message of the service, unread. */
  frame(data: unknown): void;
  /** The end, told once: a close code of the protocol, or 1006 if there was no word. */
  closed(code: number): void;
}

/** A way to the service and back that keeps the order, until it breaks. */
export interface Transport {
  /** Sends a message if it still can; what is lost is found out by its number. */
  send(frame: string): void;
  /** Ends it now. */
  close(): void;
  /** Ends it after what was sent last has left. */
  finish(): void;
}

/** The part of `fetch` that is used here. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A connection that ended without a word. */
export const BROKEN = 1006;

/** How a place is written in headers and names of subprotocols. */
export function placeText({ epoch, seq, session }: Place): string {
  return `${epoch}.${seq}.${session}`;
}
