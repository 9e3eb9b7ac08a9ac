import { backoff } from "./backoff";
import { Connection, type OpenTransport } from "./connection";
import { EventsTransport } from "./events-transport";
import { endOf, refusalOf, type SignalingEnd, within } from "./ending";
import type { MessageOf, Resumed, SignalingEvents, SignalingOptions, Welcome } from "./options";
import { Outbox } from "./outbox";
import { type ClientMessage, closeReasons, type ErrorCode, type ServerMessage } from "./protocol";
import { randomId } from "./random-id";
import type { Place } from "./transport";
import { Ways } from "./ways";
import { WebSocketTransport } from "./web-socket-transport";

interface Session extends Place {
  /** In milliseconds; 0 if it cannot be resumed. */
  resumeWithin: number;
}

const ENTER_WITHIN_MS = 15_000;
const PATIENCE_MS = 60_000;
/** A connection that lived for so long was a good one: the next attempt is quick again. */
const STABLE_MS = 2_000;

/** Without a number: should the page come back, its messages go on where they were. */
const CLOSING = JSON.stringify({ type: "closing" } satisfies ClientMessage);
const NOT_RESUMED = closeReasons["not-resumed"].code;
const PASS_REFUSED = closeReasons["pass-refused"].code;
const REPLACED = closeReasons.replaced.code;

const pageWays = new Ways();

/**
 * Our place in a room. It survives broken connections, instances and networks: the session is resumed
 * on whatever can be reached, and nothing is lost or seen twice. Only when that is impossible does it
 * become a new session, with a fresh pass.
 */
export class SignalingClient {
  readonly #options: SignalingOptions;
  readonly #events: SignalingEvents;
  readonly #connection: Connection;
  readonly #outbox: Outbox;
  #session: Session | null = null;
  #socketPath = "/";
  #inRoom = false;
  #wasInRoom = false;
  /** Another connection has taken our place: a late attempt of our own, or another page. */
  #isContested = false;
  #stopped = false;
  #nonce = randomId();
  #attempt = 0;
  #awaySince = 0;
  /** Counts the attempts to get a pass: only the latest one matters. */
  #entry = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SignalingOptions) {
    this.#options = options;
    this.#events = options.events;
    this.#connection = new Connection({
      ways: options.ways ?? pageWays,
      place: () => this.#session,
      transport: this.#transport(),
      events: {
        // From here on the pass counts as used.
        opened: () => void (this.#nonce = randomId()),
        message: (message) => this.#receive(message),
        closed: (code) => this.#closed(code),
      },
    });
    this.#outbox = new Outbox({
      write: (frame) => this.#connection.send(frame),
      settled: (message) => this.#events.settled(message),
      silent: () => this.renew(),
    });
  }

  start(): void {
    this.#awaySince = Date.now();
    this.#connect();
  }

  /**
   * Sends now, or as soon as we are in the room (again). True: it will be told as settled, refused or
   * lost. False: too much is waiting, or all is over, and it is not sent.
   */
  send(message: ClientMessage): boolean {
    return !this.#stopped && this.#outbox.add(message);
  }

  /** Connects anew at once, because the network has changed or the connection seems to be dead. */
  renew(): void {
    if (this.#stopped) return;
    this.#attempt = 0;
    this.#reconnect(0);
  }

  /**
   * Tells the room that the page is being closed, and lets go of the connection. If it was not closed
   * but only put aside, {@link renew} goes on.
   */
  suspend(): void {
    if (this.#stopped) return;
    this.#connection.send(CLOSING);
    this.#connection.finish();
    this.#drop();
    this.#goAway();
  }

  /** Tells the room that we are going, and stops. */
  leave(): void {
    this.#outbox.flush({ type: "leave" });
    this.#connection.finish();
    this.stop();
  }

  stop(): void {
    this.#stopped = true;
    this.#inRoom = false;
    this.#drop();
    this.#outbox.reset();
  }

  #transport(): OpenTransport {
    const {
      origin,
      openSocket = (url, protocols) => new WebSocket(url, protocols),
      fetch = (url, init) => globalThis.fetch(url, init),
    } = this.#options;
    return (way, credentials, events) => {
      const url = new URL(this.#socketPath, origin);
      if (way === "socket") return new WebSocketTransport({ url, credentials, events, openSocket });
      const place = () => this.#session;
      return new EventsTransport({ url, credentials, events, place, fetch });
    };
  }

  #connect(): void {
    const session = this.#session;
    if (session !== null && Date.now() - this.#awaySince < session.resumeWithin) {
      this.#connection.open({ kind: "resume", place: session });
    } else if (this.#isContested) {
      this.#end({ kind: "closed", reason: "replaced" });
    } else {
      if (session !== null) this.#forgetSession();
      void this.#enter();
    }
  }

  async #enter(): Promise<void> {
    const entry = ++this.#entry;
    const isStale = () => this.#stopped || entry !== this.#entry;
    const given = entry === 1 ? this.#options.key : undefined;
    try {
      // What was given is not awaited, so that the connection is under way before anything else is done.
      const key = given ?? (await within(ENTER_WITHIN_MS, this.#options.enter(this.#nonce)));
      if (isStale()) return;
      this.#socketPath = key.socketPath;
      this.#connection.open({ kind: "pass", pass: key.pass });
    } catch (error) {
      if (isStale()) return;
      const refusal = refusalOf(error);
      if (refusal === null) this.#retry();
      else this.#end(refusal);
    }
  }

  #receive(message: ServerMessage): void {
    switch (message.type) {
      case "welcome":
        this.#welcomed(message);
        break;
      case "resumed":
        this.#resumed(message);
        break;
      case "ack":
        this.#outbox.settle(message.n);
        break;
      case "ice-servers":
        this.#events.iceServers(message.iceServers);
        break;
      case "error":
        this.#refused(message);
        break;
      case "peer-joined":
      case "peer-left":
      case "peer-reconnecting":
      case "peer-resumed":
      case "description":
      case "candidate":
      case "chat":
        if (this.#session === null || message.seq <= this.#session.seq) return;
        this.#session.seq = message.seq;
        this.#events.message(message);
        break;
    }
  }

  #welcomed(message: Welcome): void {
    const { epoch, seq, session, resumeWithin = 0 } = message;
    this.#session = { epoch, seq, session, resumeWithin: resumeWithin * 1000 };
    const lost = this.#wasInRoom ? this.#outbox.reset() : [];
    this.#inRoom = this.#wasInRoom = true;
    this.#isContested = false;
    if (lost.length > 0) this.#events.lost(lost);
    // Whoever is told may have stopped or renewed us.
    if (this.#inRoom) this.#events.welcome(message);
    if (this.#inRoom) this.#outbox.open(resumeWithin > 0);
  }

  #resumed(message: Resumed): void {
    this.#inRoom = true;
    this.#isContested = false;
    this.#outbox.settle(message.received);
    if (this.#inRoom) this.#outbox.open(true);
    if (this.#inRoom) this.#events.resumed(message);
  }

  #refused(message: MessageOf<"error">): void {
    const { n, code } = message;
    if (n !== undefined && isForNow(code)) {
      this.#outbox.goBack(n, code === "rate-limited");
      return;
    }
    if (n !== undefined) this.#outbox.refuse(n);
    this.#events.message(message);
  }

  #closed(code: number): void {
    const end = this.#endBy(code);
    if (end !== null) {
      this.#end(end);
      return;
    }
    if (this.#connection.age > STABLE_MS) this.#attempt = 0;
    if (code === NOT_RESUMED) this.#forgetSession();
    if (code === PASS_REFUSED) this.#nonce = randomId();
    this.#retry();
  }

  /** What `code` means for good. Who may have replaced us is found out by resuming once more. */
  #endBy(code: number): SignalingEnd | null {
    if (code === NOT_RESUMED && this.#isContested) return endOf(REPLACED);
    const isDoubtful = code === REPLACED && this.#session !== null;
    if (!isDoubtful || !this.#connection.mayHaveGhosts) return endOf(code);
    this.#isContested = true;
    return null;
  }

  /** The next welcome is a new beginning, and may take its own time. */
  #forgetSession(): void {
    this.#session = null;
    this.#awaySince = Date.now();
  }

  #retry(): void {
    this.#reconnect(backoff(this.#attempt++));
  }

  #reconnect(delay: number): void {
    this.#drop();
    this.#goAway();
    if (this.#stopped) return;
    const isTooLong = this.#session === null && Date.now() - this.#awaySince > PATIENCE_MS;
    if (isTooLong && !(this.#options.patient?.() ?? false)) this.#end({ kind: "unreachable" });
    else this.#timer = setTimeout(() => this.#connect(), delay);
  }

  #goAway(): void {
    if (!this.#inRoom) return;
    this.#inRoom = false;
    this.#awaySince = Date.now();
    this.#events.away();
  }

  #end(end: SignalingEnd): void {
    this.stop();
    this.#events.ended(end);
  }

  /** Lets go of the present connection, or of the attempt at one. */
  #drop(): void {
    clearTimeout(this.#timer);
    this.#entry++;
    this.#outbox.close();
    this.#connection.drop();
  }
}

/** Whether a message that was refused so is welcome a little later. */
function isForNow(code: ErrorCode): boolean {
  return code === "unavailable" || code === "rate-limited" || code === "out-of-order";
}
