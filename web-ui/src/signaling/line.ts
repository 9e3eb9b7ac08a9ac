import { parseServerMessage } from "./parse";
import type { ServerMessage } from "./protocol";
import { BROKEN, type Transport, type TransportEvents } from "./transport";
import type { Way } from "./ways";

interface LineEvents {
  opened(): void;
  /** The first one is a welcome or a resumption. */
  message(message: ServerMessage): void;
  closed(code: number): void;
}

const FIRST_WITHIN_MS = 8_000;
/** The service says something at least every 10 s. */
const SILENCE_MS = 22_000;

/** One connection to the service, from its opening to its end. */
export class Line {
  readonly way: Way;
  readonly #events: LineEvents;
  readonly #transport: Transport;
  #timer: ReturnType<typeof setTimeout>;
  /** An older instance, in a rolling update, has nothing to say for as long as nothing happens. */
  #mayBeSilent = false;
  #begunAt: number | null = null;
  #isOver = false;

  constructor(way: Way, open: (events: TransportEvents) => Transport, events: LineEvents) {
    this.way = way;
    this.#events = events;
    this.#timer = this.#giveUpIn(FIRST_WITHIN_MS);
    this.#transport = open({
      opened: () => this.#isOver || this.#events.opened(),
      frame: (data) => this.#frame(data),
      closed: (code) => this.#closed(code),
    });
  }

  /** Whether the first message was heard. */
  get hasBegun(): boolean {
    return this.#begunAt !== null;
  }

  /** For how long messages have come this way, in milliseconds. */
  get age(): number {
    return this.#begunAt === null ? 0 : performance.now() - this.#begunAt;
  }

  send(frame: string): void {
    if (!this.#isOver) this.#transport.send(frame);
  }

  /** Ends it without hearing from it again. */
  close(): void {
    if (this.#over()) this.#transport.close();
  }

  /** As {@link close}, once what was sent last has left. */
  finish(): void {
    if (this.#over()) this.#transport.finish();
  }

  #frame(data: unknown): void {
    if (this.#isOver) return;
    const message = parseServerMessage(data);
    if (message === null) return;
    if (this.#begunAt === null) {
      if (message.type !== "welcome" && message.type !== "resumed") return;
      this.#mayBeSilent = message.type === "welcome" && message.resumeWithin === undefined;
      this.#begunAt = performance.now();
    }
    clearTimeout(this.#timer);
    if (!this.#mayBeSilent) this.#timer = this.#giveUpIn(SILENCE_MS);
    this.#events.message(message);
  }

  #giveUpIn(delay: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#closed(BROKEN), delay);
  }

  #closed(code: number): void {
    if (!this.#over()) return;
    this.#transport.close();
    this.#events.closed(code);
  }

  #over(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    clearTimeout(this.#timer);
    return true;
  }
}
