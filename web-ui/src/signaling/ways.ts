/** How messages travel: over a WebSocket, or as server-sent events one way and requests the other. */
export type Way = "socket" | "events";

/** Attempts in a row that the usual way may fail. */
const FAILURES = 2;
const AGAIN_MS = 60_000;
/** Where sockets have worked before, they will again soon. */
const SOON_MS = 5_000;

/** Remembers, for the lifetime of a page, which way leads to the service from its network. */
export class Ways {
  #usual: Way = "socket";
  #failures = 0;
  #socketWorked = false;

  /** The way of the next attempt: the usual one, or now and then the other when that one leads nowhere. */
  next(): Way {
    const isTurnOfOther = this.#failures % (FAILURES + 1) === FAILURES;
    return isTurnOfOther ? other(this.#usual) : this.#usual;
  }

  /** There was a first message. */
  reached(way: Way): void {
    this.#usual = way;
    this.#failures = 0;
    this.#socketWorked ||= way === "socket";
  }

  /** The attempt that {@link next} was asked for ended without a word of the service. */
  failed(): void {
    this.#failures++;
  }

  /** How long to go on with events before sockets are tried again, in milliseconds. */
  get socketAgainIn(): number {
    return this.#socketWorked ? SOON_MS : AGAIN_MS;
  }

  /** A socket that was tried while events worked led nowhere. */
  trialFailed(): void {
    this.#socketWorked = false;
  }
}

function other(way: Way): Way {
  return way === "socket" ? "events" : "socket";
}
