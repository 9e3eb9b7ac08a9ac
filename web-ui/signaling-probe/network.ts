import { WebSocket } from "ws";
import type { Enter } from "../src/signaling/options";
import type { Fetch } from "../src/signaling/transport";
import { type Way, Ways } from "../src/signaling/ways";
import type { OpenSocket, Socket } from "../src/signaling/web-socket-transport";
import type { ProbeArguments } from "./arguments";

const SOCKET_PATH = "/api/signaling/v1/socket";
/** The longest time that a timer takes. */
const NEVER_MS = 2 ** 31 - 1;

/** How a peer of the probe reaches the instances: each new connection goes to the next one. */
export class ProbeNetwork {
  readonly #urls: string[];
  readonly #origin: string | undefined;
  #turn: number;
  /** Where messages are posted; moves on when that fails. */
  #postTurn: number;

  readonly #log: (what: string) => void;

  /** `turn` is the number of the instance that comes first. */
  constructor({ urls, origin }: ProbeArguments, turn: number, log: (what: string) => void) {
    this.#log = log;
    this.#urls = urls;
    this.#origin = origin;
    this.#turn = this.#postTurn = turn;
  }

  readonly openSocket: OpenSocket = (url, protocols) => {
    const target = this.#at(this.#turn++, url);
    target.protocol = target.protocol === "https:" ? "wss:" : "ws:";
    const origin = this.#origin === undefined ? {} : { origin: this.#origin };
    const socket = new WebSocket(target.href, protocols, { perMessageDeflate: false, ...origin });
    this.#log(`opens ${target.origin}`);
    // All that a browser would know is told by the close event.
    socket.on("error", (error) => this.#log(`fails at ${target.origin}: ${error.message}`));
    socket.on("close", (code) => this.#log(`is closed by ${target.origin} with ${code}`));
    return socket as unknown as Socket;
  };

  readonly fetch: Fetch = async (url, init) => {
    const headers = new Headers(init.headers);
    if (this.#origin !== undefined) headers.set("Origin", this.#origin);
    const isPost = init.method === "POST";
    const target = this.#at(isPost ? this.#postTurn : this.#turn++, url);
    try {
      const answer = await fetch(target, { ...init, headers });
      if (!answer.ok) this.#log(`gets ${answer.status} from ${target.href}`);
      if (isPost && answer.status >= 500) this.#postTurn++;
      return answer;
    } catch (error) {
      this.#log(`cannot reach ${target.href}: ${String(error)}`);
      if (isPost) this.#postTurn++;
      throw error;
    }
  };

  /** The same path on an instance. */
  #at(turn: number, url: string): URL {
    return new URL(new URL(url).pathname, this.#urls[turn % this.#urls.length]);
  }
}

/** Asks for passes where the arguments say. */
export function enterAs(peer: string, { passes, room }: ProbeArguments): Enter {
  return async (nonce) => {
    const answer = await fetch(passes, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ room, peer, nonce }),
    });
    const body = (await answer.json()) as { pass: string; socketPath?: string };
    return { pass: body.pass, socketPath: body.socketPath ?? SOCKET_PATH };
  };
}

/** Counts the ways that led to the service, and keeps to one if told so. */
export class CountedWays extends Ways {
  readonly reachedBy: Partial<Record<Way, number>>;
  readonly #only: Way | undefined;

  constructor(reachedBy: Partial<Record<Way, number>>, only: Way | undefined) {
    super();
    this.reachedBy = reachedBy;
    this.#only = only;
  }

  override next(): Way {
    return this.#only ?? super.next();
  }

  override reached(way: Way): void {
    this.reachedBy[way] = (this.reachedBy[way] ?? 0) + 1;
    super.reached(way);
  }

  override get socketAgainIn(): number {
    return this.#only === undefined ? super.socketAgainIn : NEVER_MS;
  }
}
