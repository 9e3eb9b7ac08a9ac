import { EventParser } from "./event-parser";
import { Problem, sendSigned, SignedOut, type Tokens } from "./http";
import { EVENTS_URL } from "./matchmaking";
import type { MatchmakingEvent } from "./model";

export interface Heard {
  event: MatchmakingEvent;
  /** The place of the event in the log, `<milliseconds>-<number>`; a ping has none. */
  id: string | null;
}

export interface EventListener {
  /** In their order, at least one; what was sent together mostly comes together. */
  events(heard: Heard[]): void;
  /** Whether events arrive at the moment. */
  connection(live: boolean): void;
}

/** The server pings every 10 s; a stream that is silent for longer is dead. */
const SILENCE_MS = 25_000;
const FIRST_RETRY_MS = 400;
const LAST_RETRY_MS = 10_000;
/** An account has so many streams at a time, and this one was one too many: back at once, it would end the next. */
const REPLACED_RETRY_MS = 60_000;

/**
 * What happens to this account, as it happens. Read with `fetch`, because the native `EventSource` cannot send a
 * token; goes on after the last event seen when the stream ends (at the token's expiry) or breaks.
 */
export class EventStream {
  readonly #tokens: Tokens;
  readonly #listener: EventListener;
  #lastId: string | null = null;
  /** Attempts in a row that brought nothing. */
  #fruitless = 0;
  #stopped = false;
  #replaced = false;
  #attempt = new AbortController();
  #wake: () => void = () => {};

  constructor(tokens: Tokens, listener: EventListener) {
    this.#tokens = tokens;
    this.#listener = listener;
  }

  /** Reads until {@link stop}, or until nobody is signed in. */
  async run(): Promise<void> {
    while (!this.#stopped) {
      this.#fruitless += 1;
      try {
        await this.#read();
      } catch (error) {
        if (error instanceof SignedOut) return;
      }
      if (this.#stopped) return;
      this.#listener.connection(false);
      await this.#pause(
        this.#replaced ? REPLACED_RETRY_MS : retryDelay(this.#fruitless, Math.random()),
      );
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#attempt.abort();
    this.#wake();
  }

  /** Tries again now instead of later: the network is back, or the page is looked at again. */
  hurry(): void {
    this.#wake();
  }

  async #read(): Promise<void> {
    const attempt = new AbortController();
    this.#attempt = attempt;
    this.#replaced = false;
    let alarm = setTimeout(() => attempt.abort(), SILENCE_MS);
    try {
      const headers: Record<string, string> = { Accept: "text/event-stream" };
      if (this.#lastId !== null) headers["Last-Event-ID"] = this.#lastId;
      const init = { headers, signal: attempt.signal };
      const response = await sendSigned(this.#tokens, EVENTS_URL, init);
      if (!response.body) throw new Problem(502, {});
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      const parser = new EventParser();
      this.#listener.connection(true);
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        this.#fruitless = 0;
        clearTimeout(alarm);
        alarm = setTimeout(() => attempt.abort(), SILENCE_MS);
        this.#hear(parser.push(value));
      }
    } finally {
      clearTimeout(alarm);
    }
  }

  #hear(sent: { id: string | null; data: string }[]): void {
    if (sent.length === 0) return;
    this.#lastId = sent.findLast(({ id }) => id !== null)?.id ?? this.#lastId;
    const heard = sent.map(({ id, data }) => ({ event: JSON.parse(data) as MatchmakingEvent, id }));
    this.#replaced = heard.some(({ event }) => event.type === "replaced");
    this.#listener.events(heard);
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Grows with the fruitless attempts in a row; spread by `random` (0 to 1), so that not all pages come back at once. */
export function retryDelay(fruitless: number, random: number): number {
  if (fruitless === 0) return FIRST_RETRY_MS * random;
  const ceiling = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** fruitless);
  return ceiling * (0.5 + random / 2);
}
