import { type FakeLink, FakeRoom, type Numbered } from "./fake-room";
import { FakeWire } from "./fake-wire";
import type { Enter } from "./options";
import type { Place } from "./transport";
import type { OpenSocket, Socket } from "./web-socket-transport";

/** A scripted network in front of a {@link FakeRoom}, for tests: connections break in every way. */
export class FakeService {
  readonly room = new FakeRoom();
  /** Milliseconds that a frame takes, one way. */
  latency: () => number = () => 10;
  /** What becomes of new sockets. */
  sockets: "pass" | "refused" | "hang" = "pass";
  opened = 0;
  readonly #all: FakeSocket[] = [];
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
    this.#all.push(socket);
    setTimeout(() => this.#decide(socket, protocols[1] ?? ""), this.latency());
    return socket;
  };

  /** Breaks the connection of this peer: what is on its way is lost, and both sides hear of it. */
  cut(peer: string): void {
    this.#socketOf(peer)?.cut();
  }

  /** The connection of this peer carries nothing more, and nobody says so. */
  mute(peer: string): void {
    this.#socketOf(peer)?.mute();
  }

  /** The instance of this peer stops. */
  restart(peer: string): void {
    this.room.linkOf(peer)?.close(1012);
  }

  #socketOf(peer: string): FakeSocket | undefined {
    const link = this.room.linkOf(peer);
    return this.#all.find((socket) => socket.link === link);
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
      const peer = entry.slice("stoa.pass.".length).split("-")[0] ?? "";
      this.#session = this.#room.join(peer, this.link);
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

function readPlace(text: string): Place {
  const [, epoch = "", seq = "", session = ""] = /^([^.]+)\.(\d+)\.(.+)$/.exec(text) ?? [];
  return { epoch, seq: Number(seq), session };
}
