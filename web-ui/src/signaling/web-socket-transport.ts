import { PASS_SUBPROTOCOL_PREFIX, RESUME_SUBPROTOCOL_PREFIX, SUBPROTOCOL } from "./protocol";
import {
  BROKEN,
  type Credentials,
  placeText,
  type Transport,
  type TransportEvents,
} from "./transport";

/** The part of a WebSocket that is used here. */
export type Socket = Pick<WebSocket, "readyState" | "send" | "close"> & {
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  onopen: ((event: Event) => void) | null;
};

export type OpenSocket = (url: string, protocols: string[]) => Socket;

interface WebSocketOptions {
  /** Of the page's origin; `http` becomes `ws`. */
  url: URL;
  credentials: Credentials;
  events: TransportEvents;
  openSocket: OpenSocket;
}

const OPEN = 1;
const NORMAL = 1000;

/** The usual way: one WebSocket. */
export class WebSocketTransport implements Transport {
  readonly #events: TransportEvents;
  #socket: Socket | null = null;

  constructor({ url, credentials, events, openSocket }: WebSocketOptions) {
    this.#events = events;
    const target = new URL(url);
    target.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    try {
      this.#listen(openSocket(target.href, [SUBPROTOCOL, entryOf(credentials)]));
    } catch {
      // A page may not be allowed to open any, or the address may be of no use.
      queueMicrotask(() => this.#events.closed(BROKEN));
    }
  }

  send(frame: string): void {
    if (this.#socket?.readyState === OPEN) this.#socket.send(frame);
  }

  close(): void {
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(NORMAL);
  }

  finish(): void {
    // A socket sends what it was given before it closes.
    this.close();
  }

  #listen(socket: Socket): void {
    this.#socket = socket;
    socket.onopen = () => this.#events.opened();
    socket.onmessage = ({ data }) => this.#events.frame(data);
    socket.onclose = ({ code }) => {
      this.#socket = null;
      this.#events.closed(code);
    };
  }
}

function entryOf(credentials: Credentials): string {
  return credentials.kind === "pass"
    ? PASS_SUBPROTOCOL_PREFIX + credentials.pass
    : RESUME_SUBPROTOCOL_PREFIX + placeText(credentials.place);
}
