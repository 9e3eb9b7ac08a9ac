import { backoff } from "./backoff";
import { closeReasons } from "./protocol";
import { BROKEN, type Fetch, type Place } from "./transport";

interface PostQueueOptions {
  url: URL;
  /** Null while there is no session yet; nothing is sent then. */
  place: () => Place | null;
  fetch: Fetch;
  /** A message of the service, as a socket would have brought it. */
  frame: (text: string) => void;
  /** There is no use in going on; a close code. */
  failed: (code: number) => void;
}

interface Frame {
  text: string;
  bytes: number;
}

/** The service takes 32 messages and 128 KiB at once. */
const MAX_MESSAGES = 32;
const MAX_BYTES = 120 * 1024;
/** What a browser sends on for a page that has gone. */
const MAX_KEEPALIVE = 60 * 1024;
const ANSWER_WITHIN_MS = 5_000;
const MAX_ANSWER = 128 * 1024;
const LONGEST_PAUSE_MS = 5_000;

/** Messages on their way up: batches one at a time, so that their order holds, each until it is answered. */
export class PostQueue {
  readonly #options: PostQueueOptions;
  readonly #encoder = new TextEncoder();
  #frames: Frame[] = [];
  #isDue = false;
  #isBusy = false;
  #isOver = false;
  #failures = 0;
  /** At most so many in a batch: fewer after a refusal for haste, as what it would have cost is gone. */
  #most = MAX_MESSAGES;
  #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PostQueueOptions) {
    this.#options = options;
  }

  push(text: string): void {
    this.#frames.push({ text, bytes: this.#encoder.encode(text).length });
    // What is said in one breath goes in one batch.
    queueMicrotask(() => void this.#pump());
  }

  /** The service wants to hear something, even if there is nothing to say. */
  ping(): void {
    this.#isDue = true;
    void this.#pump();
  }

  close(): void {
    this.#isOver = true;
    this.#frames = [];
    clearTimeout(this.#timer);
    this.#abort.abort();
  }

  /** Sends the rest, with what is not answered yet, on behalf of a page that goes. */
  finish(): void {
    const place = this.#options.place();
    const frames = this.#frames;
    this.close();
    if (place !== null) this.#bequeath(place, frames).catch(() => undefined);
  }

  /** Each batch has one try. */
  async #bequeath(place: Place, frames: Frame[]): Promise<void> {
    const count = batchOf(frames, MAX_MESSAGES);
    if (count === 0) return;
    const bytes = frames.slice(0, count).reduce((sum, frame) => sum + frame.bytes + 1, 1);
    await this.#fetch(place, bodyOf(frames, count), { keepalive: bytes <= MAX_KEEPALIVE });
    await this.#bequeath(place, frames.slice(count));
  }

  async #pump(): Promise<void> {
    const place = this.#options.place();
    const isIdle = this.#frames.length === 0 && !this.#isDue;
    if (this.#isBusy || this.#isOver || isIdle || place === null) return;
    this.#isBusy = true;
    this.#isDue = false;
    const pause = await this.#post(place, batchOf(this.#frames, this.#most));
    if (this.#isOver) return;
    if (pause > 0) await new Promise((resolve) => (this.#timer = setTimeout(resolve, pause)));
    this.#isBusy = false;
    void this.#pump();
  }

  /** Sends the first `count` frames; gives the time to wait before the next request. */
  async #post(place: Place, count: number): Promise<number> {
    const abort = new AbortController();
    this.#abort = abort;
    const timer = setTimeout(() => abort.abort(), ANSWER_WITHIN_MS);
    try {
      const body = bodyOf(this.#frames, count);
      const answer = await this.#fetch(place, body, { signal: abort.signal });
      if (this.#isOver) return 0;
      if (!answer.ok) return this.#refused(answer);
      const text = await answer.text();
      if (this.#isOver) return 0;
      this.#hear(text);
      this.#frames.splice(0, count);
      this.#failures = 0;
      this.#most = Math.min(MAX_MESSAGES, this.#most + 1);
      return 0;
    } catch {
      return this.#again();
    } finally {
      clearTimeout(timer);
    }
  }

  #fetch(place: Place, body: string, init: RequestInit): Promise<Response> {
    const headers = {
      Authorization: `Bearer ${place.session}`,
      "Content-Type": "application/json",
      "Stoa-Seq": String(place.seq),
    };
    // A member call would hand it another `this`, which browsers do not accept.
    const { fetch, url } = this.#options;
    return fetch(url.href, { ...init, method: "POST", headers, body, cache: "no-store" });
  }

  /** Errors come first: what is refused must not be taken for settled. */
  #hear(text: string): void {
    const answer = readAnswer(text);
    for (const error of answer.errors) this.#options.frame(JSON.stringify(error));
    this.#options.frame(JSON.stringify({ type: "ack", n: answer.received }));
  }

  #refused({ status, headers }: Response): number {
    if (status === 429) this.#most = Math.max(1, this.#most >> 2);
    if (status === 408 || status === 429 || status >= 500) {
      const seconds = Number(headers.get("Retry-After"));
      return Math.max(this.#again(), Math.min(LONGEST_PAUSE_MS, seconds * 1000 || 0));
    }
    if (status === 413) this.#options.failed(closeReasons["too-large"].code);
    else if (status === 404) this.#options.failed(closeReasons["not-resumed"].code);
    else this.#options.failed(BROKEN);
    return 0;
  }

  #again(): number {
    return Math.min(LONGEST_PAUSE_MS, 1 + backoff(this.#failures++));
  }
}

/** So many of the first frames fit into one request. */
function batchOf(frames: Frame[], most: number): number {
  let bytes = 0;
  const tooFar = frames.findIndex((frame, i) => {
    bytes += frame.bytes + 1;
    return i === most || (i > 0 && bytes > MAX_BYTES);
  });
  return tooFar < 0 ? frames.length : tooFar;
}

function bodyOf(frames: Frame[], count: number): string {
  const texts = frames.slice(0, count).map(({ text }) => text);
  return `[${texts.join(",")}]`;
}

/** Throws if it is not an answer of the service. */
function readAnswer(text: string): { received: unknown; errors: unknown[] } {
  if (text.length > MAX_ANSWER) throw new RangeError("This answer is too large.");
  const answer = JSON.parse(text) as { received: unknown; errors?: unknown } | null;
  if (typeof answer?.received !== "number") throw new TypeError("This is no answer.");
  return {
    received: answer.received,
    errors: Array.isArray(answer.errors) ? answer.errors : [],
  };
}
