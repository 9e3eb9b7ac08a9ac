import type { ClientMessage, ErrorCode, PeerInfo, ServerMessage } from "./protocol";
import type { Place } from "./transport";

/** The service's end of a connection. */
export interface FakeLink {
  send(message: object): void;
  close(code: number): void;
}

type RoomEvent = Extract<ServerMessage, { seq: number }>;
type Unnumbered<T> = T extends unknown ? Omit<T, "seq"> : never;
export type Numbered = ClientMessage & { n: number };

interface FakeSession {
  name: string;
  peer: PeerInfo;
  /** The last number that is settled. */
  received: number;
  link: FakeLink | null;
  ackTimer: ReturnType<typeof setTimeout> | undefined;
  idleTimer: ReturnType<typeof setInterval>;
  windowTimer: ReturnType<typeof setTimeout> | undefined;
}

const ACK_MS = 200;
/** Nobody waits longer for a word. */
const IDLE_MS = 10_000;
const WINDOW_S = 300;
const RELOAD_WINDOW_S = 15;

/** A room of the service as docs/protocol.md describes it, in memory, for tests. */
export class FakeRoom {
  epoch = "e1";
  /** Answers messages with this code instead of taking them. */
  refusing: ErrorCode | null = null;
  /** Numbers that were taken twice or in the wrong order would show here. */
  readonly taken = new Map<string, number[]>();
  readonly #sessions = new Map<string, FakeSession>();
  readonly #log: { message: RoomEvent; isFor: (peer: string) => boolean }[] = [];
  #count = 0;

  get #seq(): number {
    return this.#log.length;
  }

  join(peer: string, link: FakeLink): string {
    const info: PeerInfo = { peer, name: peer.toUpperCase(), role: "learner" };
    const earlier = this.#of(peer);
    if (earlier !== undefined) {
      this.#forget(earlier);
      earlier.link?.close(4409);
      this.#tell(peer, { type: "peer-left", peer, reason: "replaced" });
    }
    this.#tell(peer, { type: "peer-joined", peer: info });
    const others = [...this.#sessions.values()];
    const name = `s${++this.#count}.${peer}`;
    const idleTimer = setInterval(() => this.#ack(name), IDLE_MS);
    const timers = { ackTimer: undefined, windowTimer: undefined, idleTimer };
    this.#sessions.set(name, { name, peer: info, received: 0, link, ...timers });
    link.send({
      type: "welcome",
      protocol: 1,
      instance: "fake",
      epoch: this.epoch,
      seq: this.#seq,
      self: peer,
      session: name,
      resumeWithin: WINDOW_S,
      peers: others.map((other) => other.peer),
      reconnecting: others.filter((other) => other.link === null).map((other) => other.peer.peer),
      iceServers: [],
    });
    return name;
  }

  /** False if there is no such session (any more). */
  resume({ epoch, seq, session: name }: Place, link: FakeLink): boolean {
    const session = this.#sessions.get(name);
    if (session === undefined || epoch !== this.epoch) return false;
    const { peer } = session.peer;
    const earlier = session.link;
    session.link = null;
    earlier?.close(4409);
    clearTimeout(session.windowTimer);
    const others = [...this.#sessions.values()].filter((other) => other !== session);
    link.send({
      type: "resumed",
      instance: "fake",
      seq: this.#seq,
      received: session.received,
      peers: others.map((other) => other.peer),
      reconnecting: others.filter((other) => other.link === null).map((other) => other.peer.peer),
      iceServers: [],
    });
    for (const { message, isFor } of this.#log) {
      if (message.seq > seq && isFor(peer)) link.send(message);
    }
    session.link = link;
    this.#tell(peer, { type: "peer-resumed", peer: session.peer });
    return true;
  }

  /** The connection is gone, or silent. */
  away(name: string, link: FakeLink): void {
    const session = this.#sessions.get(name);
    if (session?.link !== link) return;
    session.link = null;
    const { peer } = session.peer;
    this.#tell(peer, { type: "peer-reconnecting", peer });
    this.#giveUpIn(WINDOW_S, session);
  }

  /** The page says that it is being closed. */
  closing(name: string): void {
    const session = this.#sessions.get(name);
    if (session === undefined) return;
    const { link } = session;
    if (link !== null) this.away(name, link);
    this.#giveUpIn(RELOAD_WINDOW_S, session);
    link?.close(1001);
  }

  /** Loses this peer's session, as a Redis that lost its data does. */
  forget(peer: string): void {
    const session = this.#of(peer);
    if (session === undefined) return;
    this.#remove(session);
    session.link?.close(1012);
  }

  /** The connection of this peer, if there is one. */
  linkOf(peer: string): FakeLink | null {
    return this.#of(peer)?.link ?? null;
  }

  /** The last settled number of a session, or null if there is no such session. */
  receivedOf(name: string): number | null {
    return this.#sessions.get(name)?.received ?? null;
  }

  /** Takes a message, and gives the error about it, if there is one. */
  take(name: string, message: Numbered): object | null {
    const session = this.#sessions.get(name);
    if (session === undefined) return null;
    if (message.type === "closing") {
      this.closing(name);
      return null;
    }
    if (message.n > session.received + 1) return errorOf("out-of-order", message);
    if (message.n <= session.received) return null;
    if (this.refusing !== null) return errorOf(this.refusing, message);
    session.received = message.n;
    this.taken.set(name, [...(this.taken.get(name) ?? []), message.n]);
    return this.#say(session, message);
  }

  /** Tells the page later what is settled. */
  scheduleAck(name: string): void {
    const session = this.#sessions.get(name);
    if (session === undefined) return;
    session.ackTimer ??= setTimeout(() => {
      session.ackTimer = undefined;
      this.#ack(name);
    }, ACK_MS);
  }

  #ack(name: string): void {
    const session = this.#sessions.get(name);
    session?.link?.send({ type: "ack", n: session.received });
  }

  #say(session: FakeSession, message: Numbered): object | null {
    const from = session.peer.peer;
    switch (message.type) {
      case "chat": {
        const { id, text } = message;
        const chat = { type: "chat" as const, from, text, at: "2026-01-01T09:30:00Z" };
        this.#tell(from, id === undefined ? chat : { ...chat, id });
        return null;
      }
      case "description":
      case "candidate": {
        const { to, type } = message;
        if (this.#of(to) === undefined) return errorOf("unknown-peer", message);
        if (type === "candidate") {
          this.#add({ type, from, candidate: message.candidate }, (peer) => peer === to);
        } else {
          this.#add({ type, from, description: message.description }, (peer) => peer === to);
        }
        return null;
      }
      case "closing":
        return null;
      case "leave":
        this.#forget(session);
        this.#tell(from, { type: "peer-left", peer: from, reason: "left" });
        session.link?.close(1000);
        return null;
    }
  }

  #giveUpIn(seconds: number, session: FakeSession): void {
    clearTimeout(session.windowTimer);
    session.windowTimer = setTimeout(() => this.#remove(session), seconds * 1000);
  }

  #remove(session: FakeSession): void {
    const { peer } = session.peer;
    this.#forget(session);
    this.#tell(peer, { type: "peer-left", peer, reason: "lost" });
  }

  #forget(session: FakeSession): void {
    clearInterval(session.idleTimer);
    clearTimeout(session.windowTimer);
    this.#sessions.delete(session.name);
  }

  #of(peer: string): FakeSession | undefined {
    return [...this.#sessions.values()].find((session) => session.peer.peer === peer);
  }

  /** Says something about `peer` to all others. */
  #tell(peer: string, event: Unnumbered<RoomEvent>): void {
    this.#add(event, (other) => other !== peer);
  }

  #add(event: Unnumbered<RoomEvent>, isFor: (peer: string) => boolean): void {
    const message = { ...event, seq: this.#seq + 1 };
    this.#log.push({ message, isFor });
    for (const { peer, link } of this.#sessions.values()) {
      if (isFor(peer.peer)) link?.send(message);
    }
  }
}

function errorOf(code: ErrorCode, { n, id }: Numbered): object {
  const error = { type: "error", code, message: "as the test wants it", n };
  return id === undefined ? error : { ...error, ref: id };
}
