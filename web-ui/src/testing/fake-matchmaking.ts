import type { MatchmakingEvent } from "../api/model";
import { json } from "./fake-fetch";

/** The matchmaking service at the other end of fetch: a stream of events, and what the test makes it answer. */
export class FakeMatchmaking {
  readonly calls: string[] = [];
  readonly answers = new Map<string, () => Response>();
  /** Of the last request that wanted to change something. */
  headers = new Headers();
  #stream: ReadableStreamDefaultController<Uint8Array> | null = null;

  readonly fetch = (path: string, init: RequestInit = {}): Promise<Response> => {
    const call = `${init.method ?? "GET"} ${path.replace("/api/matchmaking/v1", "")}`;
    this.calls.push(call);
    if (init.method) this.headers = new Headers(init.headers);
    if (call === "GET /events") return Promise.resolve(new Response(this.#open()));
    return Promise.resolve(this.answers.get(call)?.() ?? json({}, 404));
  };

  say(event: MatchmakingEvent, id?: string): void {
    const head = id === undefined ? "" : `id: ${id}\n`;
    this.#write(head + textOf(event));
  }

  sayTogether(...events: MatchmakingEvent[]): void {
    this.#write(events.map(textOf).join(""));
  }

  /** Ends the stream, as happens with its token. */
  endStream(): void {
    this.#stream?.close();
  }

  #write(text: string): void {
    this.#stream?.enqueue(new TextEncoder().encode(text));
  }

  #open(): ReadableStream<Uint8Array> {
    return new ReadableStream({ start: (controller) => void (this.#stream = controller) });
  }
}

function textOf(event: MatchmakingEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
