import type { FakeLink, FakeRoom, Numbered } from "./fake-room";
import { FakeWire } from "./fake-wire";
import { type Place, placeText } from "./transport";

const PING_MS = 2_000;
/** The service gives up a page that answers no pings after this. */
const SILENT_MS = 15_000;

/** What a request lets in: the peer of a pass, or the place of a session. */
export type FakeEntry = { peer: string } | { place: Place };

/** The service's end of an event stream, for tests. */
export class FakeEvents implements FakeLink {
  readonly stream: ReadableStream<Uint8Array>;
  readonly #room: FakeRoom;
  readonly #down: FakeWire<() => void>;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #session: string | null = null;
  #heardAt = performance.now();
  readonly #pings: ReturnType<typeof setInterval>;

  constructor(room: FakeRoom, latency: () => number) {
    this.#room = room;
    this.#down = new FakeWire(latency, (event) => event());
    this.stream = new ReadableStream({
      start: (controller) => void (this.#controller = controller),
      cancel: () => this.#end(),
    });
    this.#pings = setInterval(() => this.#ping(), PING_MS);
  }

  enter(entry: FakeEntry): void {
    if ("peer" in entry) {
      this.#session = this.#room.join(entry.peer, this);
    } else if (this.#room.resume(entry.place, this)) {
      this.#session = entry.place.session;
    } else {
      this.close(4404);
    }
  }

  isOf(session: string): boolean {
    return this.#session === session;
  }

  heard(): void {
    this.#heardAt = performance.now();
  }

  send(message: object): void {
    this.#write(`data: ${JSON.stringify(message)}\n\n`);
  }

  close(code: number): void {
    this.#write(`event: close\ndata: ${JSON.stringify({ code, reason: "x" })}\n\n`);
    this.#down.push(() => this.#end());
    this.#leave();
  }

  cut(): void {
    this.mute();
    this.#controller?.error(new TypeError("network error"));
    this.#controller = null;
    this.#leave();
  }

  mute(): void {
    this.#down.isCut = true;
  }

  #ping(): void {
    this.#write("event: ping\ndata: {}\n\n");
    if (performance.now() - this.#heardAt > SILENT_MS) this.close(4001);
  }

  /** In pieces, as networks do. */
  #write(text: string): void {
    const bytes = new TextEncoder().encode(text);
    const cut = Math.floor(bytes.length / 3);
    for (const piece of [bytes.slice(0, cut), bytes.slice(cut)]) {
      this.#down.push(() => this.#controller?.enqueue(piece));
    }
  }

  #end(): void {
    this.#controller?.close();
    this.#controller = null;
    this.#leave();
  }

  #leave(): void {
    clearInterval(this.#pings);
    if (this.#session !== null) this.#room.away(this.#session, this);
  }
}

/** Takes what a page has posted, as the service answers it. */
export function takePosted(room: FakeRoom, session: string, body: string): Response {
  if (room.receivedOf(session) === null) return new Response("{}", { status: 404 });
  const errors = (JSON.parse(body) as Numbered[])
    .map((message) => room.take(session, message))
    .filter((error) => error !== null);
  return new Response(JSON.stringify({ received: room.receivedOf(session) ?? 0, errors }));
}

/** Reads how a place is written in headers and subprotocols. */
export function readPlace(text: string): Place {
  const [, epoch = "", seq = "", session = ""] = /^([^.]+)\.(\d+)\.(.+)$/.exec(text) ?? [];
  const place = { epoch, seq: Number(seq), session };
  if (placeText(place) !== text) throw new Error(`This is no place: ${text}`);
  return place;
}

/** Reads how a pass is written here. */
export function peerOf(pass: string): string {
  return pass.split("-")[0] ?? "";
}
