/** Compares what one peer has sent with what another has heard: numbers from 1 on, each once, in order. */
export class Tally {
  readonly #sentAt = new Map<number, number>();
  readonly #heard = new Set<number>();
  readonly #reported = new Set<number>();
  #highest = 0;
  doubled = 0;
  outOfOrder = 0;
  /** The longest time from sending to hearing, in milliseconds. */
  longestMs = 0;

  get sent(): number {
    return this.#sentAt.size;
  }

  get received(): number {
    return this.#heard.size;
  }

  /** What was sent and never heard. */
  get lost(): number {
    return this.sent - this.received;
  }

  /** What the library has said may be lost. */
  get reportedLost(): number {
    return this.#reported.size;
  }

  /** Whether the fate of all that was sent is known. */
  get isComplete(): boolean {
    return [...this.#sentAt.keys()].every((n) => this.#heard.has(n) || this.#reported.has(n));
  }

  send(n: number): void {
    this.#sentAt.set(n, performance.now());
  }

  reportLost(n: number): void {
    this.#reported.add(n);
  }

  hear(n: number): void {
    if (this.#heard.has(n)) {
      this.doubled++;
      return;
    }
    if (n < this.#highest) this.outOfOrder++;
    this.#highest = Math.max(this.#highest, n);
    this.#heard.add(n);
    const sentAt = this.#sentAt.get(n);
    if (sentAt !== undefined) {
      this.longestMs = Math.max(this.longestMs, Math.round(performance.now() - sentAt));
    }
  }
}
