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

  /** Nobody is told when nothing of it is new. */
  protected set(patch: Partial<S>): void {
    const isNew = (key: keyof S) => !Object.is(this.#state[key], patch[key]);
    if (!(Object.keys(patch) as (keyof S)[]).some(isNew)) return;
    this.#state = { ...this.#state, ...patch };
    for (const listener of [...this.#listeners]) listener();
  }
}
