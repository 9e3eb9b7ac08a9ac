/** One direction of a connection, for tests: keeps the order, takes its time, and may fall silent. */
export class FakeWire<T> {
  readonly #deliver: (item: T) => void;
  readonly #latency: () => number;
  #lastDue = 0;
  isCut = false;

  constructor(latency: () => number, deliver: (item: T) => void) {
    this.#latency = latency;
    this.#deliver = deliver;
  }

  /** What is on its way when the wire is cut never arrives. */
  push(item: T): void {
    const now = performance.now();
    this.#lastDue = Math.max(this.#lastDue, now + this.#latency());
    setTimeout(() => {
      if (!this.isCut) this.#deliver(item);
    }, this.#lastDue - now);
  }
}
