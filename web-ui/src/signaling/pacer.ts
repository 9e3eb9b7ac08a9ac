/** Both a little below what the service allows (200 at once, 50 a second). */
const BURST = 150;
const PER_SECOND = 48;

/** Decides when the next message may go, so that the service has no reason to refuse one. */
export class Pacer {
  #tokens = BURST;
  #countedAt = performance.now();

  /** True if one may go now; it is counted. */
  take(): boolean {
    this.#count();
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }

  /** Milliseconds until the next one may go. */
  get wait(): number {
    this.#count();
    return Math.max(0, Math.ceil(((1 - this.#tokens) * 1000) / PER_SECOND));
  }

  /** The service says that it was too much. */
  drain(): void {
    this.#count();
    this.#tokens = Math.min(0, this.#tokens);
  }

  #count(): void {
    const now = performance.now();
    const gained = ((now - this.#countedAt) * PER_SECOND) / 1000;
    this.#tokens = Math.min(BURST, this.#tokens + gained);
    this.#countedAt = now;
  }
}
