import { FakeEvents, peerOf, readPlace, takePosted } from "./fake-events";
import { type FakeLink, FakeRoom, type Numbered } from "./fake-room";
import { FakeWire } from "./fake-wire";
import type { Enter } from "./options";
import type { Fetch } from "./transport";
import type { OpenSocket, Socket } from "./web-socket-transport";

/** A scripted network in front of a {@link FakeRoom}, for tests: connections break in every way. */
export class FakeService {
  readonly room = new FakeRoom();
  /** Milliseconds that a frame takes, one way. */
  latency: () => number = () => 10;
  /** What becomes of new sockets. */
  sockets: "pass" | "refused" | "hang" = "pass";
  /** What becomes of new event streams. */
  events: "pass" | "refused" | "hang" = "pass";
  /** How often a posted batch, or the answer to it, is lost: 0 to 1. */
  postLoss = 0;
  opened = 0;
  readonly #sockets: FakeSocket[] = [];
  readonly #streams: FakeEvents[] = [];
  #passes = 0;

  /** Hands out passes to this peer. */
  readonly enterAs =
    (peer: string): Enter =>
    () =>
      Promise.resolve({
        pass: `${peer}-${++this.#passes}`,
        socketPath: "/api/signaling/v1/socket",
      });

  readonly openSocket: OpenSocket = (_url, protocols) => {
    this.opened++;
    const socket = new FakeSocket(this);
    this.#sockets.push(socket);
    setTimeout(() => this.#decide(socket, protocols[1] ?? ""), this.latency());
    return socket;
  };

  /** Breaks the connection of this peer: what is on its way is lost, and both sides hear of it. */
  cut(peer: string): void {
    this.#lineOf(peer)?.cut();
  }

  /** The connection of this peer carries nothing more, and nobody says so. */
  mute(peer: string): void {
    this.#lineOf(peer)?.mute();
  }

  /** The instance of this peer stops. */
  restart(peer: string): void {
    this.room.linkOf(peer)?.close(1012);
  }

  /** The way of this peer's connection, if there is one. */
  wayOf(peer: string): "socket" | "events" | null {
    const line = this.#lineOf(peer);
    if (line === undefined) return null;
    return line instanceof FakeEvents ? "events" : "socket";
  }

  readonly fetch: Fetch = async (url, init) => {
    const headers = new Headers(init.headers);
    const bearer = headers.get("Authorization")?.slice("Bearer ".length) ?? "";
    const aborted = new Promise<never>((_, reject) => {
      init.signal?.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
    });
    const answer = url.endsWith("/events")
      ? this.#stream(headers.get("Stoa-Resume"), bearer, init.signal)
      : this.#posted(bearer, init.body as string);
    return Promise.race([aborted, answer]);
  };

  async #stream(resume: string | null, pass: string, signal?: AbortSignal | null) {
    await this.#trip();
    if (this.events === "refused") throw new TypeError("fetch failed");
    if (this.events === "hang") return new Promise<never>(() => undefined);
    const stream = new FakeEvents(this.room, this.latency);
    this.#streams.push(stream);
    signal?.addEventListener("abort", () => stream.cut());
    stream.enter(resume === null ? { peer: peerOf(pass) } : { place: readPlace(resume) });
    if (signal?.aborted) stream.cut();
    return new Response(stream.stream, { headers: { "Content-Type": "text/event-stream" } });
  }

  async #posted(session: string, body: string): Promise<Response> {
    await this.#trip();
    if (Math.random() < this.postLoss) throw new TypeError("fetch failed");
    this.#streams.find((stream) => stream.isOf(session))?.heard();
    const answer = takePosted(this.room, session, body);
    await this.#trip();
    if (Math.random() < this.postLoss) throw new TypeError("fetch failed");
    return answer;
  }

  #trip(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.latency()));
  }

  #lineOf(peer: string): FakeSocket | FakeEvents | undefined {
    const link = this.room.linkOf(peer);
    const socket = this.#sockets.find((socket) => socket.link === link);
    return socket ?? this.#streams.find((stream) => stream === link);
  }

  #decide(socket: FakeSocket, entry: string): void {
    if (this.sockets === "refused") socket.cut();
    else if (this.sockets === "pass") socket.accept(entry);
  }
}

/** The service gives up a silent connection after this. */
const SILENT_MS = 15_000;
/** The operating system of the page does so after this. */
const KEEP_ALIVE_MS = 45_000;

/** The page's end of a connection; `link` is the service's. */
class FakeSocket implements Socket {
  readyState: Socket["readyState"] = 0;
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  readonly link: FakeLink = {
    send: (message) => this.#down.push(() => this.#hear(message)),
    close: (code) => {
      this.#leave();
      this.#down.push(() => this.#closed(code));
    },
  };
  readonly #room: FakeRoom;
  readonly #up: FakeWire<() => void>;
  readonly #down: FakeWire<() => void>;
  #session: string | null = null;

  constructor({ room, latency }: FakeService) {
    this.#room = room;
    this.#up = new FakeWire(latency, (event) => event());
    this.#down = new FakeWire(latency, (event) => event());
  }

  accept(entry: string): void {
    this.#down.push(() => {
      if (this.readyState !== 0) return;
      this.readyState = 1;
      this.onopen?.(new Event("open"));
    });
    if (entry.startsWith("stoa.pass.")) {
      this.#session = this.#room.join(peerOf(entry.slice("stoa.pass.".length)), this.link);
    } else {
      const place = readPlace(entry.slice("stoa.resume.".length));
      if (this.#room.resume(place, this.link)) this.#session = place.session;
      else this.link.close(4404);
    }
  }

  cut(): void {
    this.#up.isCut = this.#down.isCut = true;
    this.#leave();
    this.#closed(1006);
  }

  mute(): void {
    this.#up.isCut = this.#down.isCut = true;
    setTimeout(() => this.#leave(), SILENT_MS);
    setTimeout(() => this.#closed(1006), KEEP_ALIVE_MS);
  }

  send(data: unknown): void {
    if (this.readyState !== 1) throw new Error("This socket is not open.");
    this.#up.push(() => this.#take(JSON.parse(String(data)) as Numbered));
  }

  close(): void {
    this.readyState = 2;
    this.#up.push(() => this.#leave());
  }

  #hear(message: object): void {
    if (this.readyState !== 1) return;
    this.onmessage?.(new MessageEvent("message", { data: JSON.stringify(message) }));
  }

  #closed(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.onclose?.({ code } as CloseEvent);
  }

  #leave(): void {
    if (this.#session !== null) this.#room.away(this.#session, this.link);
  }

  #take(message: Numbered): void {
    const session = this.#session;
    if (session === null || this.#room.receivedOf(session) === null) return;
    const error = this.#room.take(session, message);
    if (error !== null) this.link.send(error);
    this.#room.scheduleAck(session);
  }
}
