import { backoff } from "./backoff";
import { Pacer } from "./pacer";
import type { ClientMessage } from "./protocol";

const MAX_MESSAGES = 256;
const MAX_BYTES = 1024 * 1024;
/** The service settles within a second; a connection that does not for so long is dead. */
const SILENCE_MS = 6_000;
/** Nothing is sent for at least so long after a refusal. */
const PAUSE_MS = 200;
/** From this repetition on, the pauses grow no longer: about 4 s. */
const LONGEST_PAUSE = 4;
/** The service earns back so much of its patience before we try again. */
const RATE_PAUSE_MS = 1_000;

interface Entry {
  n: number;
  message: ClientMessage;
  frame: string;
  bytes: number;
}

interface OutboxOptions {
  /** Writes to the connection; only called while one is open. */
  write: (frame: string) => void;
  /** The service has this one for sure. */
  settled: (message: ClientMessage) => void;
  /** What was sent stays without an answer. */
  silent: () => void;
}

/**
 * The messages that the service has not settled yet, numbered and in order. Whatever happens to a
 * connection, it goes on from the lowest unsettled number; the service takes each number once.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #pacer = new Pacer();
  readonly #encoder = new TextEncoder();
  #entries: Entry[] = [];
  #bytes = 0;
  #lastN = 0;
  /** So many of the first entries were written to the present connection. */
  #inFlight = 0;
  /** At most so many are in flight: one after a refusal, doubling with every success. */
  #window = MAX_MESSAGES;
  #refusals = 0;
  #isOpen = false;
  #settles = true;
  #pumpTimer: ReturnType<typeof setTimeout> | undefined;
  #paused = false;
  #silenceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Takes a message; false if too much is waiting already. */
  add(message: ClientMessage): boolean {
    const frame = JSON.stringify({ ...message, n: this.#lastN + 1 });
    const bytes = this.#encoder.encode(frame).length;
    const isFull = this.#entries.length >= MAX_MESSAGES || this.#bytes + bytes > MAX_BYTES;
    if (isFull) return false;
    this.#push(message, frame, bytes);
    this.#pump();
    return true;
  }

  /** Writes all that waits and then `message`, without regard for pace: there is no later. */
  flush(message: ClientMessage): void {
    if (!this.#isOpen) return;
    this.#push(message, JSON.stringify({ ...message, n: this.#lastN + 1 }), 0);
    for (const { frame } of this.#entries.slice(this.#inFlight)) this.#options.write(frame);
    this.#inFlight = this.#entries.length;
  }

  /** There is a connection; `settles` unless its service knows no numbers. */
  open(settles: boolean): void {
    this.close();
    this.#isOpen = true;
    this.#settles = settles;
    this.#window = MAX_MESSAGES;
    this.#refusals = 0;
    this.#pump();
  }

  close(): void {
    this.#isOpen = false;
    this.#inFlight = 0;
    this.#paused = false;
    clearTimeout(this.#pumpTimer);
    this.#pumpTimer = undefined;
    this.#watch();
  }

  /** All up to number `n` are settled. */
  settle(n: number): void {
    const first = this.#entries.findIndex((entry) => entry.n > n);
    const count = first < 0 ? this.#entries.length : first;
    if (count === 0) return;
    const gone = this.#entries.splice(0, count);
    this.#inFlight = Math.max(0, this.#inFlight - count);
    this.#window = Math.min(MAX_MESSAGES, this.#window * 2);
    this.#refusals = 0;
    this.#watch();
    for (const { bytes, message } of gone) {
      this.#bytes -= bytes;
      this.#options.settled(message);
    }
    this.#pump();
  }

  /** Number `n` is refused for good. */
  refuse(n: number): void {
    const index = this.#entries.findIndex((entry) => entry.n === n);
    if (index < 0) return;
    const [gone] = this.#entries.splice(index, 1);
    this.#bytes -= gone?.bytes ?? 0;
    if (index < this.#inFlight) this.#inFlight--;
    this.#watch();
    this.#pump();
  }

  /** Number `n` and all later ones have to be sent again, in a while. */
  goBack(n: number, tooFast: boolean): void {
    const index = this.#entries.findIndex((entry) => entry.n === n);
    // What is not in flight has been gone back from already.
    if (index < 0 || index >= this.#inFlight) return;
    if (tooFast) this.#pacer.drain();
    this.#inFlight = 0;
    this.#window = 1;
    const pause = tooFast ? RATE_PAUSE_MS : PAUSE_MS;
    this.#pause(pause + backoff(Math.min(this.#refusals++, LONGEST_PAUSE)));
    this.#watch();
  }

  /** Begins to count anew, and gives back what is not settled. */
  reset(): ClientMessage[] {
    const lost = this.#entries.map(({ message }) => message);
    this.close();
    this.#entries = [];
    this.#bytes = 0;
    this.#lastN = 0;
    return lost;
  }

  #push(message: ClientMessage, frame: string, bytes: number): void {
    this.#entries.push({ n: ++this.#lastN, message, frame, bytes });
    this.#bytes += bytes;
  }

  #pump(): void {
    while (this.#isOpen && !this.#paused && this.#inFlight < this.#window) {
      const entry = this.#entries[this.#inFlight];
      if (entry === undefined) break;
      if (!this.#pacer.take()) {
        this.#pause(this.#pacer.wait);
        break;
      }
      this.#inFlight++;
      this.#options.write(entry.frame);
      if (!this.#settles) this.settle(entry.n);
    }
    this.#awaitAnswer();
  }

  #pause(delay: number): void {
    this.#paused = true;
    clearTimeout(this.#pumpTimer);
    this.#pumpTimer = setTimeout(() => {
      this.#paused = false;
      this.#pump();
    }, delay);
  }

  /** Starts the wait for an answer anew: there was one. */
  #watch(): void {
    clearTimeout(this.#silenceTimer);
    this.#silenceTimer = undefined;
    this.#awaitAnswer();
  }

  #awaitAnswer(): void {
    if (this.#inFlight === 0) return;
    this.#silenceTimer ??= setTimeout(() => {
      this.#silenceTimer = undefined;
      this.#options.silent();
    }, SILENCE_MS);
  }
}
