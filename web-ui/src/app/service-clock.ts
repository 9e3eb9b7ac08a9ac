/** A browser's clock that has moved so far against its stopwatch, in milliseconds, was set, or the machine slept. */
const SET_MS = 1_000;

/** The service's clock as this page knows it: a browser's own may be minutes off. */
export class ServiceClock {
  /** What the service's clock is ahead of the browser's, in milliseconds; what it is told late can only make this too small. */
  #offset = -Infinity;
  /** What the browser's clock was ahead of its stopwatch when the offset was measured first. */
  #lead = NaN;

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + (Number.isFinite(this.#offset) ? this.#offset : 0);
  }

  /** Whether the browser's clock may have been set since, so that only {@link hear} can tell. */
  get isDoubtful(): boolean {
    return Number.isFinite(this.#offset) && this.#hasMoved;
  }

  /** Takes the service's time, told just now. */
  hear(time: string | undefined): void {
    const told = Date.parse(time ?? "");
    if (Number.isNaN(told)) return;
    const offset = told - Date.now();
    this.#offset = this.#hasMoved ? offset : Math.max(this.#offset, offset);
    this.#lead = lead();
  }

  /** Takes the time that an event's id begins with: it may have happened long ago. */
  hearLate(id: string | null): void {
    const told = Number(id?.split("-")[0] ?? NaN);
    if (!(told > 0) || this.isDoubtful) return;
    this.#offset = Math.max(this.#offset, told - Date.now());
    this.#lead = lead();
  }

  get #hasMoved(): boolean {
    return !(Math.abs(lead() - this.#lead) < SET_MS);
  }
}

function lead(): number {
  return Date.now() - performance.now();
}
