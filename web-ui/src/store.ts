/** A piece of state that views can watch: replaced as a whole on every change, never mutated. */
export abstract class Store<S extends object> {
  #state: Readonly<S>;
  readonly #listeners = new Set<() => void>();

  protected constructor(initial: S) {
    this.#state = initial;
  }

  get state(): Readonly<S> {
    return this.#state;
  }

  /** Calls `listener` after every change; the returned function ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  protected set(patch: Partial<S>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of [...this.#listeners]) listener();
  }
}
