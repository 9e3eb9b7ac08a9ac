import { Line } from "./line";
import { closeReasons, type ServerMessage } from "./protocol";
import {
  BROKEN,
  type Credentials,
  type Place,
  type Transport,
  type TransportEvents,
} from "./transport";
import type { Way, Ways } from "./ways";

/** Opens a way to the service. */
export type OpenTransport = (
  way: Way,
  credentials: Credentials,
  events: TransportEvents,
) => Transport;

interface ConnectionEvents {
  /** The service has let us in. */
  opened(): void;
  /** A welcome or a resumption begins a line, and what comes then comes over that line alone. */
  message(message: ServerMessage): void;
  closed(code: number): void;
}

interface ConnectionOptions {
  ways: Ways;
  /** How far the session has come; null while there is none to resume. */
  place: () => Place | null;
  transport: OpenTransport;
  events: ConnectionEvents;
}

/** An attempt that was given up may reach the service so much later, and take the place of its successor. */
const GHOST_MS = 60_000;

/**
 * What connects a page with the service just now: one line, over the way that works. From events it
 * goes over to a socket by itself, once one opens.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #ways: Ways;
  readonly #events: ConnectionEvents;
  #line: Line | null = null;
  /** A socket that may take over from events. */
  #trial: Line | null = null;
  #trialTimer: ReturnType<typeof setTimeout> | undefined;
  #abandonedAt = -Infinity;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#ways = options.ways;
    this.#events = options.events;
  }

  /** For how long messages have come, in milliseconds. */
  get age(): number {
    return this.#line?.age ?? 0;
  }

  /** Whether an attempt of our own that was given up may still be under way. */
  get mayHaveGhosts(): boolean {
    return performance.now() - this.#abandonedAt < GHOST_MS;
  }

  open(credentials: Credentials): void {
    this.drop();
    this.#line = this.#dial(this.#ways.next(), credentials);
  }

  send(frame: string): void {
    this.#line?.send(frame);
  }

  /** Lets go of all, attempts included, without hearing from it again. */
  drop(): void {
    clearTimeout(this.#trialTimer);
    for (const line of [this.#line, this.#trial]) this.#abandon(line);
    this.#line = this.#trial = null;
  }

  /** As {@link drop}, once what was sent last has left. */
  finish(): void {
    this.#line?.finish();
    this.drop();
  }

  #dial(way: Way, credentials: Credentials): Line {
    const open = (events: TransportEvents) => this.#options.transport(way, credentials, events);
    const line = new Line(way, open, {
      opened: () => this.#events.opened(),
      message: (message) => this.#heard(line, message),
      closed: (code) => this.#closed(line, code),
    });
    return line;
  }

  #heard(line: Line, message: ServerMessage): void {
    if (message.type === "welcome" || message.type === "resumed") this.#begun(line);
    this.#events.message(message);
  }

  #begun(line: Line): void {
    if (line === this.#trial) {
      this.#trial = null;
      this.#line?.close();
      this.#line = line;
    }
    this.#ways.reached(line.way);
    if (line.way === "events") this.#tryLater();
  }

  #closed(line: Line, code: number): void {
    const isFruitless = !line.hasBegun && code === BROKEN;
    if (line === this.#trial) {
      this.#trial = null;
      this.#abandon(line);
      this.#ways.trialFailed();
      // If the service let it take over before it broke, the events have ended by now.
      if (isFruitless && this.#line !== null) this.#tryLater();
      else this.#events.closed(code);
    } else if (this.#trial !== null && code === closeReasons.replaced.code) {
      // By our own trial, whose first message follows.
      this.#line = null;
    } else {
      if (isFruitless) this.#ways.failed();
      this.#events.closed(code);
    }
  }

  #tryLater(): void {
    clearTimeout(this.#trialTimer);
    this.#trialTimer = setTimeout(() => this.#try(), this.#ways.socketAgainIn);
  }

  #try(): void {
    const place = this.#options.place();
    if (place !== null) this.#trial = this.#dial("socket", { kind: "resume", place });
  }

  #abandon(line: Line | null): void {
    if (line === null) return;
    if (!line.hasBegun) this.#abandonedAt = performance.now();
    line.close();
  }
}
