import { Store } from "../store";
import type { Services } from "./services";

export interface LeavingState {
  /** Whether somebody is asked if they want to leave the call. */
  asking: boolean;
}

/** Asks before the back button or a closed tab ends a running call. */
export class LeavingGuard extends Store<LeavingState> {
  readonly #activeCall: Services["activeCall"];
  readonly #base: string;

  constructor({ activeCall, base }: Pick<Services, "activeCall" | "base">) {
    super({ asking: false });
    this.#activeCall = activeCall;
    this.#base = base;
    activeCall.subscribe(() => {
      if (!activeCall.state.running) this.stay();
    });
    window.addEventListener("popstate", this.#backPressed);
    window.addEventListener("beforeunload", this.#closing);
  }

  stay(): void {
    this.set({ asking: false });
  }

  readonly #backPressed = (event: PopStateEvent): void => {
    const { match } = this.#activeCall.state;
    const path = match && `${this.#base}/call/${match.id}`;
    if (!path || !this.#activeCall.state.running || window.location.pathname === path) return;
    event.stopImmediatePropagation();
    window.history.pushState(null, "", path);
    this.set({ asking: true });
  };

  readonly #closing = (event: BeforeUnloadEvent): void => {
    if (this.#activeCall.state.running) event.preventDefault();
  };
}
