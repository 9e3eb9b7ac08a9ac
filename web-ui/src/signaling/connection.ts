import { Line } from "./line";
import type { ServerMessage } from "./protocol";
import { BROKEN, type Credentials, type Transport, type TransportEvents } from "./transport";
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
  /** After `open`, the first one is a welcome or a resumption. */
  message(message: ServerMessage): void;
  closed(code: number): void;
}

interface ConnectionOptions {
  ways: Ways;
  transport: OpenTransport;
  events: ConnectionEvents;
}

/** An attempt that was given up may reach the service so much later, and take the place of its successor. */
const GHOST_MS = 60_000;

/** What connects a page with the service just now: at most one line, over the way that works. */
export class Connection {
  readonly #ways: Ways;
  readonly #transport: OpenTransport;
  readonly #events: ConnectionEvents;
  #line: Line | null = null;
  #abandonedAt = -Infinity;

  constructor({ ways, transport, events }: ConnectionOptions) {
    this.#ways = ways;
    this.#transport = transport;
    this.#events = events;
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
    const line = this.#dial(this.#ways.next(), credentials, {
      opened: () => this.#events.opened(),
      message: (message) => {
        if (message.type === "welcome" || message.type === "resumed") {
          this.#ways.reached(line.way);
        }
        this.#events.message(message);
      },
      closed: (code) => {
        if (!line.hasBegun && code === BROKEN) {
          this.#ways.failed();
          this.#abandonedAt = performance.now();
        }
        this.#events.closed(code);
      },
    });
    this.#line = line;
  }

  send(frame: string): void {
    this.#line?.send(frame);
  }

  /** Lets go of the line, or of the attempt at one, without hearing from it again. */
  drop(): void {
    if (this.#line?.hasBegun === false) this.#abandonedAt = performance.now();
    this.#line?.close();
    this.#line = null;
  }

  /** As {@link drop}, once what was sent last has left. */
  finish(): void {
    this.#line?.finish();
    this.drop();
  }

  #dial(way: Way, credentials: Credentials, events: ConnectionEvents): Line {
    return new Line(
      way,
      (transportEvents) => this.#transport(way, credentials, transportEvents),
      events,
    );
  }
}
