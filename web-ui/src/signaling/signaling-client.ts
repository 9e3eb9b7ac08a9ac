import { backoff } from "./backoff";
import { parseServerMessage } from "./parse";
import type { ClientMessage, CloseName, ServerMessage } from "./protocol";
import { closeReasons, PASS_SUBPROTOCOL_PREFIX, SUBPROTOCOL } from "./protocol";
import { randomId } from "./random-id";

export type Welcome = Extract<ServerMessage, { type: "welcome" }>;
export type RoomMessage = Exclude<ServerMessage, { type: "welcome" }>;

/** Asks for a fresh room pass; the same nonce only repeats the same attempt. */
export type Enter = (nonce: string) => Promise<{ pass: string; socketPath: string }>;

/** Why the client has stopped for good. */
export type SignalingEnd =
  | { kind: "closed"; reason: CloseName }
  /** `enter` says that there is nothing to enter; `problem` is its reason in plain words. */
  | { kind: "refused"; problem: string }
  | { kind: "unreachable" };

interface SignalingEvents {
  /** In the room, for the first time or again; nothing that was sent while away has arrived. */
  welcome(message: Welcome): void;
  message(message: RoomMessage): void;
  /** The socket is gone; the client is trying to come back. */
  away(): void;
  ended(end: SignalingEnd): void;
}

/** The part of a WebSocket that is used here. */
export type Socket = Pick<WebSocket, "readyState" | "bufferedAmount" | "send" | "close"> & {
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  onopen: ((event: Event) => void) | null;
};

export interface SignalingOptions {
  enter: Enter;
  /** The origin of the page, such as `https://stoa.example`. */
  origin: string;
  events: SignalingEvents;
  /** Asked once there has been no way in for a minute: is it worth trying on? */
  patient?: () => boolean;
  openSocket?: (url: string, protocols: string[]) => Socket;
}

const OPEN = 1;
/** A socket that takes no more is as good as closed. */
const MAX_BUFFERED = 1024 * 1024;
const WELCOME_WITHIN_MS = 10_000;
const PATIENCE_MS = 60_000;

/** Our place in a room: a WebSocket that comes back by itself, each time with a fresh pass. */
export class SignalingClient {
  readonly #options: SignalingOptions;
  readonly #openSocket: (url: string, protocols: string[]) => Socket;
  #socket: Socket | null = null;
  #welcomed = false;
  #stopped = false;
  #nonce = randomId();
  #attempt = 0;
  #awaySince = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SignalingOptions) {
    this.#options = options;
    this.#openSocket = options.openSocket ?? ((url, protocols) => new WebSocket(url, protocols));
  }

  start(): void {
    this.#awaySince = Date.now();
    void this.#join();
  }

  /** Sends if we are in the room; false means that it is not sent and never will be. */
  send(message: ClientMessage): boolean {
    const socket = this.#socket;
    if (!this.#welcomed || socket?.readyState !== OPEN) return false;
    if (socket.bufferedAmount > MAX_BUFFERED) return false;
    socket.send(JSON.stringify(message));
    return true;
  }

  /** Enters again at once, because the network has changed or the socket seems to be dead. */
  renew(): void {
    if (this.#stopped) return;
    this.#attempt = 0;
    const waiting = this.#socket === null && this.#timer === undefined;
    if (!waiting) this.#rejoin(0);
  }

  /** Tells the room that we are going, and stops. */
  leave(): void {
    this.send({ type: "leave" });
    this.stop();
  }

  stop(): void {
    this.#stopped = true;
    this.#drop(1000);
  }

  async #join(): Promise<void> {
    this.#timer = undefined;
    try {
      const { pass, socketPath } = await this.#options.enter(this.#nonce);
      if (!this.#stopped) this.#connect(pass, socketPath);
    } catch (error) {
      if (this.#stopped) return;
      if (isFinal(error)) this.#end({ kind: "refused", problem: wordsOf(error) });
      else this.#retry();
    }
  }

  #connect(pass: string, socketPath: string): void {
    const url = new URL(socketPath, this.#options.origin);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const socket = this.#openSocket(url.href, [SUBPROTOCOL, PASS_SUBPROTOCOL_PREFIX + pass]);
    this.#socket = socket;
    this.#timer = setTimeout(() => {
      this.#drop(1000);
      this.#retry();
    }, WELCOME_WITHIN_MS);
    socket.onopen = () => {
      this.#nonce = randomId();
    };
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = (event) => this.#closed(event.code);
  }

  #receive(data: unknown): void {
    const message = parseServerMessage(data);
    if (message === null) return;
    if (message.type === "welcome") {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#welcomed = true;
      this.#attempt = 0;
      this.#options.events.welcome(message);
    } else {
      this.#options.events.message(message);
    }
  }

  #closed(code: number): void {
    const reason = closeNameOf(code);
    if (reason !== null && !closeReasons[reason].reconnect) {
      this.#end({ kind: "closed", reason });
      return;
    }
    this.#retry();
  }

  #retry(): void {
    this.#rejoin(backoff(this.#attempt++));
  }

  #rejoin(delay: number): void {
    const wasWelcomed = this.#welcomed;
    this.#drop(1000);
    if (wasWelcomed) {
      this.#awaySince = Date.now();
      this.#options.events.away();
    }
    const tooLong = Date.now() - this.#awaySince > PATIENCE_MS;
    if (tooLong && !(this.#options.patient?.() ?? false)) {
      this.#end({ kind: "unreachable" });
      return;
    }
    this.#timer = setTimeout(() => void this.#join(), delay);
  }

  #end(end: SignalingEnd): void {
    this.stop();
    this.#options.events.ended(end);
  }

  /** Lets go of the socket without hearing from it again. */
  #drop(code: number): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#welcomed = false;
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(code);
  }
}

function closeNameOf(code: number): CloseName | null {
  const found = Object.entries(closeReasons).find(([, reason]) => reason.code === code);
  return found === undefined ? null : (found[0] as CloseName);
}

/** A refusal that another try would only repeat: nobody is signed in, or a 4xx answer, busy ones aside. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "SignedOut") return true;
  if (!("status" in error) || typeof error.status !== "number") return false;
  return error.status >= 400 && error.status < 500 && ![408, 425, 429].includes(error.status);
}

function wordsOf(error: unknown): string {
  return error instanceof Error && error.message !== "" ? error.message : "This call is over.";
}
