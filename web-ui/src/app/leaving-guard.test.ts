import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Store } from "../store";
import { MATCH } from "../testing/examples";
import type { ActiveCallState } from "./active-call";
import { LeavingGuard } from "./leaving-guard";
import type { Services } from "./services";

class FakeCall extends Store<ActiveCallState> {
  constructor() {
    super({ match: MATCH, call: null, running: true, trouble: null });
  }

  end(): void {
    this.set({ running: false });
  }
}

class FakeWindow extends EventTarget {
  readonly location = { pathname: "/call/mch_1" };
  readonly history = {
    pushState: (_state: unknown, _unused: string, path: string) => {
      this.location.pathname = path;
    },
  };

  goBack(): void {
    this.location.pathname = "/help";
    this.dispatchEvent(new Event("popstate"));
  }
}

let view: FakeWindow;
let call: FakeCall;
let guard: LeavingGuard;

beforeEach(() => {
  view = new FakeWindow();
  vi.stubGlobal("window", view);
  call = new FakeCall();
  guard = new LeavingGuard({ activeCall: call, base: "" } as unknown as Services);
});

afterEach(() => void vi.unstubAllGlobals());

test("asks before the back button ends the call", () => {
  view.goBack();

  expect(guard.state.asking).toBe(true);
  expect(view.location.pathname).toBe("/call/mch_1");
});

test("takes the question back when the call is over meanwhile", () => {
  view.goBack();

  call.end();

  expect(guard.state.asking).toBe(false);
});

test("lets go back after the call", () => {
  call.end();

  view.goBack();

  expect(guard.state.asking).toBe(false);
  expect(view.location.pathname).toBe("/help");
});
