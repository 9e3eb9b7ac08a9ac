export type ConnectionState = "connecting" | "connected" | "interrupted" | "failed";

/** How long a broken connection may mend by itself before we help. */
const MEND_MS = 2_000;
/** How long a restart may take before the way to signaling is doubted too. */
const RESTART_MS = 4_000;
/** From so many failures in a row on, we say so. */
const FAILURES = 2;

/** So many looks in a row without a sign of life make silence. */
const SILENT_LOOKS = 3;

interface RecoveryEvents {
  changed(state: ConnectionState): void;
  restart(): void;
  /** A restart has led nowhere; perhaps it never reached the peer. */
  stuck(): void;
}

/** Decides when a connection is restarted and what the views may say about it. */
export class Recovery {
  readonly #events: RecoveryEvents;
  #state: ConnectionState = "connecting";
  #wasConnected = false;
  #failures = 0;
  #signs = 0;
  #silentLooks = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(events: RecoveryEvents) {
    this.#events = events;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  transportIs(state: RTCPeerConnectionState): void {
    switch (state) {
      case "connected":
        this.#connected();
        break;
      case "disconnected":
        this.#enter(this.#wasConnected ? "interrupted" : "connecting");
        this.#after(MEND_MS, () => this.restart());
        break;
      case "failed":
        this.#failures++;
        this.#enter(this.#brokenState());
        this.restart();
        break;
      case "new":
      case "connecting":
      case "closed":
        break;
    }
  }

  /**
   * Told once a second, while the transport takes itself for connected, how much has arrived so far:
   * browsers notice a peer that fell silent only after eight seconds.
   */
  heard(signs: number): void {
    const isAlive = signs !== this.#signs;
    this.#signs = signs;
    this.#silentLooks = isAlive ? 0 : this.#silentLooks + 1;
    if (isAlive && this.#state === "interrupted") this.#connected();
    if (this.#silentLooks === SILENT_LOOKS) this.transportIs("disconnected");
  }

  /** Restarts, and doubts signaling if that does not help soon. */
  restart(): void {
    this.#after(RESTART_MS, () => {
      if (this.#state !== "connected") this.#events.stuck();
    });
    this.#events.restart();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #connected(): void {
    clearTimeout(this.#timer);
    this.#wasConnected = true;
    this.#failures = 0;
    this.#enter("connected");
  }

  #brokenState(): ConnectionState {
    if (this.#failures >= FAILURES) return "failed";
    return this.#wasConnected ? "interrupted" : "connecting";
  }

  #enter(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#events.changed(state);
  }

  #after(delay: number, action: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, delay);
  }
}
