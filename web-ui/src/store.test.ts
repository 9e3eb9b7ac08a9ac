import { expect, it } from "vitest";
import { Store } from "./store";

class Counter extends Store<{ count: number; name: string }> {
  constructor() {
    super({ count: 0, name: "n" });
  }

  increase(): void {
    this.set({ count: this.state.count + 1 });
  }

  rename(name: string): void {
    this.set({ name });
  }
}

it("replaces its state on a change and tells who listens", () => {
  const counter = new Counter();
  const before = counter.state;
  const heard: number[] = [];
  const unsubscribe = counter.subscribe(() => heard.push(counter.state.count));

  counter.increase();
  unsubscribe();
  counter.increase();

  expect(heard).toEqual([1]);
  expect(before).toEqual({ count: 0, name: "n" });
  expect(counter.state).toEqual({ count: 2, name: "n" });
});

it("tells nobody of a change that changes nothing", () => {
  const counter = new Counter();
  const before = counter.state;
  let heard = 0;
  counter.subscribe(() => heard++);

  counter.rename("n");

  expect(heard).toBe(0);
  expect(counter.state).toBe(before);
});
