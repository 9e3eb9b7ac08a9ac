import type { Page } from "./api/model";
import { Store } from "./store";

export interface ListingState<T> {
  items: readonly T[];
  phase: "loading" | "ready" | "failed";
  /** What went wrong the last time. */
  failure: unknown;
  /** Whether there is more to read. */
  more: boolean;
}

/** A list that the service hands out page by page. */
export class Listing<T> extends Store<ListingState<T>> {
  readonly #read: (cursor?: string) => Promise<Page<T>>;
  #next: string | undefined;
  #reading: object | null = null;

  constructor(read: (cursor?: string) => Promise<Page<T>>) {
    super({ items: [], phase: "loading", failure: null, more: false });
    this.#read = read;
  }

  /** Reads from the beginning; an earlier answer that is still on its way is dropped. */
  async start(): Promise<void> {
    this.#next = undefined;
    await this.#load([]);
  }

  /** Reads what follows; after a failure, tries again. */
  async more(): Promise<void> {
    if (this.state.phase !== "loading") await this.#load(this.state.items);
  }

  /** Puts `item` in the place of what `is` picks. */
  replace(is: (item: T) => boolean, item: T): void {
    this.set({ items: this.state.items.map((before) => (is(before) ? item : before)) });
  }

  remove(is: (item: T) => boolean): void {
    this.set({ items: this.state.items.filter((item) => !is(item)) });
  }

  async #load(before: readonly T[]): Promise<void> {
    const reading = {};
    this.#reading = reading;
    this.set({ items: before, phase: "loading", failure: null });
    try {
      const { items, next } = await this.#read(this.#next);
      if (this.#reading !== reading) return;
      this.#next = next;
      this.set({ items: [...before, ...items], phase: "ready", more: next !== undefined });
    } catch (failure) {
      if (this.#reading === reading) this.set({ phase: "failed", failure });
    }
  }
}
