import { EventParser, type ServerEvent } from "../api/event-parser";
import { PostQueue } from "./post-queue";
import { closeReasons } from "./protocol";
import {
  BROKEN,
  type Credentials,
  type Fetch,
  type Place,
  placeText,
  type Transport,
  type TransportEvents,
} from "./transport";

interface EventsOptions {
  /** The address of the socket; the events and the messages are its neighbours. */
  url: URL;
  credentials: Credentials;
  /** How far the session has come; null before the first message. */
  place: () => Place | null;
  events: TransportEvents;
  fetch: Fetch;
}

/** The service pings every 2 s. */
const SILENCE_MS = 8_000;
/** The largest message, and what surrounds it. */
const MAX_EVENT = 160 * 1024;

/** The way through networks that block WebSocket: server-sent events down, requests up. */
export class EventsTransport implements Transport {
  readonly #options: EventsOptions;
  readonly #posts: PostQueue;
  readonly #abort = new AbortController();
  #isOver = false;
  #silenceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: EventsOptions) {
    this.#options = options;
    this.#posts = new PostQueue({
      url: new URL("messages", options.url),
      place: options.place,
      fetch: options.fetch,
      frame: (text) => this.#isOver || options.events.frame(text),
      failed: (code) => this.#closed(code),
    });
    void this.#run();
  }

  send(frame: string): void {
    if (!this.#isOver) this.#posts.push(frame);
  }

  close(): void {
    this.#stop();
    this.#posts.close();
  }

  finish(): void {
    this.#stop();
    this.#posts.finish();
  }

  async #run(): Promise<void> {
    try {
      this.#closed(await this.#read());
    } catch {
      this.#closed(BROKEN);
    }
  }

  /** Reads until the end, and gives its close code. */
  async #read(): Promise<number> {
    const { url, credentials, fetch, events } = this.#options;
    const { signal } = this.#abort;
    const headers = { Accept: "text/event-stream", ...entryOf(credentials) };
    const address = new URL("events", url).href;
    const response = await fetch(address, { headers, signal, cache: "no-store" });
    if (!response.ok) return codeOf(response.status, credentials);
    const type = response.headers.get("Content-Type") ?? "";
    if (response.body === null || !type.startsWith("text/event-stream")) return BROKEN;
    if (this.#isOver) return BROKEN;
    events.opened();
    const parser = new EventParser(MAX_EVENT);
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (;;) {
      this.#watch();
      const { done, value } = await reader.read();
      if (done) return BROKEN;
      for (const event of parser.push(decoder.decode(value, { stream: true }))) {
        const code = this.#hear(event);
        if (code !== null) return code;
      }
    }
  }

  /** The close code, if the event is the last one. */
  #hear({ type, data }: ServerEvent): number | null {
    if (this.#isOver) return BROKEN;
    if (type === "ping") this.#posts.ping();
    else if (type === "message") this.#options.events.frame(data);
    else if (type === "close") return readClose(data);
    return null;
  }

  #watch(): void {
    clearTimeout(this.#silenceTimer);
    if (!this.#isOver) this.#silenceTimer = setTimeout(() => this.#closed(BROKEN), SILENCE_MS);
  }

  #closed(code: number): void {
    if (this.#isOver) return;
    this.close();
    this.#options.events.closed(code);
  }

  #stop(): void {
    this.#isOver = true;
    clearTimeout(this.#silenceTimer);
    this.#abort.abort();
  }
}

function entryOf(credentials: Credentials): Record<string, string> {
  return credentials.kind === "pass"
    ? { Authorization: `Bearer ${credentials.pass}` }
    : { "Stoa-Resume": placeText(credentials.place) };
}

/** What a refused request means, as a close code. */
function codeOf(status: number, { kind }: Credentials): number {
  if (kind === "pass") return status === 401 ? closeReasons["pass-refused"].code : BROKEN;
  return status === 401 || status === 404 ? closeReasons["not-resumed"].code : BROKEN;
}

function readClose(data: string): number {
  const close = JSON.parse(data) as { code: unknown } | null;
  return typeof close?.code === "number" ? close.code : BROKEN;
}
