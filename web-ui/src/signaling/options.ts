import type { SignalingEnd } from "./ending";
import type { ClientMessage, IceServer, ServerMessage } from "./protocol";
import type { Fetch } from "./transport";
import type { Ways } from "./ways";
import type { OpenSocket } from "./web-socket-transport";

export type MessageOf<T extends ServerMessage["type"]> = Extract<ServerMessage, { type: T }>;
export type Welcome = MessageOf<"welcome">;
export type Resumed = MessageOf<"resumed">;
/** What concerns the room; the client itself sees to the rest. */
export type RoomMessage = Exclude<
  ServerMessage,
  { type: "welcome" | "resumed" | "ack" | "ice-servers" }
>;

/** What opens a room, and where. */
export interface RoomKey {
  pass: string;
  socketPath: string;
}

/** Asks for a fresh room pass; the same nonce only repeats the same attempt. */
export type Enter = (nonce: string) => Promise<RoomKey>;

export interface SignalingEvents {
  /** In the room with a new session, for the first time or again. */
  welcome(message: Welcome): void;
  /** Back in the room with the same session: whatever was said meanwhile follows, and ours arrives. */
  resumed(message: Resumed): void;
  /** Each message of the room once, in order. */
  message(message: RoomMessage): void;
  /** The service has this one of ours for sure. */
  settled(message: ClientMessage): void;
  /** The session is over and nobody knows whether these arrived; told before the new `welcome`. */
  lost(messages: ClientMessage[]): void;
  iceServers(servers: IceServer[]): void;
  /** The connection is gone; the client is trying to come back. */
  away(): void;
  ended(end: SignalingEnd): void;
}

export interface SignalingOptions {
  enter: Enter;
  /** What to come in with the first time, if it was given already: nothing is waited for then. */
  key?: RoomKey | undefined;
  /** The origin of the page, such as `https://stoa.example`. */
  origin: string;
  events: SignalingEvents;
  /** Asked once there has been no way in for a minute: is it worth trying on? */
  patient?: () => boolean;
  openSocket?: OpenSocket;
  fetch?: Fetch;
  /** Those of the page, unless others are given. */
  ways?: Ways;
}
