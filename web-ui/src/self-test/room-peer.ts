import type { SignalingEnd } from "../signaling/ending";
import type { Enter, MessageOf, RoomMessage, Welcome } from "../signaling/options";
import type { IceServer } from "../signaling/protocol";
import { SignalingClient } from "../signaling/signaling-client";
import { type Way, Ways } from "../signaling/ways";
import { Changes } from "./changes";
import { Sickness } from "./finding";
import { noWayWords, type Trace } from "./room-rules";

const JOIN_WITHIN_MS = 10_000;
const HEAR_WITHIN_MS = 5_000;
/** The longest that a timer takes: the other way is never tried. */
const NEVER_MS = 2 ** 31 - 1;

class OneWay extends Ways {
  readonly #way: Way;

  constructor(way: Way) {
    super();
    this.#way = way;
  }

  override next(): Way {
    return this.#way;
  }

  override get socketAgainIn(): number {
    return NEVER_MS;
  }
}

/** Somebody in the room of a self-test, by the client that calls use, over one way only. */
export class RoomPeer {
  readonly #client: SignalingClient;
  readonly #trace: Trace = { closed: null, status: null };
  readonly #welcome: Promise<Welcome>;
  readonly #changes = new Changes();
  #first: Welcome | null = null;
  #heard: MessageOf<"chat">[] = [];
  #over: SignalingEnd | null = null;

  private constructor(way: Way, enter: Enter, origin: string) {
    let begin: (message: Welcome) => void = () => {};
    let fail: (cause: Sickness) => void = () => {};
    this.#welcome = new Promise((resolve, reject) => {
      begin = resolve;
      fail = reject;
    });
    // Nobody waits any more for a client that ends later.
    this.#welcome.catch(() => undefined);
    this.#client = new SignalingClient({
      enter,
      origin,
      ways: new OneWay(way),
      openSocket: (url, protocols) => this.#openSocket(url, protocols),
      fetch: (url, init) => this.#fetch(url, init),
      events: {
        welcome: (message) => begin(message),
        resumed: () => undefined,
        message: (message) => this.#hear(message),
        settled: () => undefined,
        lost: () => undefined,
        iceServers: () => undefined,
        away: () => undefined,
        ended: (end) => {
          this.#over = end;
          fail(new Sickness(noWayWords(way, this.#trace, origin)));
          this.#changes.happened();
        },
      },
    });
  }

  /** Comes into the room, or fails with what to mend. */
  static async join(way: Way, enter: Enter, origin: string): Promise<RoomPeer> {
    const peer = new RoomPeer(way, enter, origin);
    peer.#client.start();
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Sickness(noWayWords(way, peer.#trace, origin))), JOIN_WITHIN_MS);
    });
    try {
      peer.#first = await Promise.race([peer.#welcome, late]);
      return peer;
    } catch (cause) {
      peer.#client.stop();
      throw cause;
    }
  }

  /** The name of the instance that it came to. */
  get instance(): string {
    return this.#first?.instance ?? "";
  }

  get iceServers(): IceServer[] {
    return this.#first?.iceServers ?? [];
  }

  say(text: string): void {
    this.#client.send({ type: "chat", text });
  }

  /** Whether these words of the other arrive. */
  hears(text: string): Promise<boolean> {
    return this.#changes.until(
      () => this.#heard.some((message) => message.text === text),
      HEAR_WITHIN_MS,
    );
  }

  /** Whether the service closes the room in time. */
  closed(patience: number): Promise<boolean> {
    return this.#changes.until(() => this.#over !== null, patience);
  }

  leave(): void {
    if (this.#over === null) this.#client.leave();
  }

  #hear(message: RoomMessage): void {
    if (message.type === "chat") this.#heard.push(message);
    this.#changes.happened();
  }

  #openSocket(url: string, protocols: string[]): WebSocket {
    const socket = new WebSocket(url, protocols);
    socket.addEventListener("close", ({ code }) => (this.#trace.closed = code));
    return socket;
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const response = await fetch(url, init);
    this.#trace.status = response.status;
    return response;
  }
}
