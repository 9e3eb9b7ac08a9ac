import type { Match, Matchmaking } from "../api/matchmaking";
import type { Call } from "../call/call";
import type { Media } from "../rtc/media";
import { Store } from "../store";
import { openChosen } from "./device-choice";

export interface ActiveCallState {
  /** The match whose call this page is in, or was in last. */
  match: Match | null;
  /** Null while its code is still on the way. */
  call: Call | null;
}

const loadCall = () => import("../call/call");

/** The one call of this page. It begins with the match and not with the page that shows it. */
export class ActiveCall extends Store<ActiveCallState> {
  readonly #matchmaking: Matchmaking;
  readonly #media: Media;
  #module: ReturnType<typeof loadCall> | null = null;

  constructor(matchmaking: Matchmaking, media: Media) {
    super({ match: null, call: null });
    this.#matchmaking = matchmaking;
    this.#media = media;
  }

  /** Fetches the code of the call, so that it is here when a match comes. */
  prepare(): void {
    this.#module ??= loadCall();
  }

  /** Whether a call goes on that closing the page would end. */
  get running(): boolean {
    const phase = this.state.call?.state.phase;
    return phase !== undefined && phase !== "ended" && phase !== "failed";
  }

  /** Enters the room of `match`, unless this page is already in it. */
  async begin(match: Match): Promise<void> {
    if (this.state.match?.id === match.id) return;
    await this.#enter(match);
  }

  /** Enters the room again, after the call was ended elsewhere or could not be made. */
  async retry(): Promise<void> {
    if (this.state.match) await this.#enter(this.state.match);
  }

  /** Hangs up, if that was not done yet, and forgets the call. */
  forget(): void {
    if (this.running) this.state.call?.hangUp();
    if (this.state.match) this.set({ match: null, call: null });
  }

  async #enter(match: Match): Promise<void> {
    this.set({ match, call: null });
    void openChosen(this.#media);
    this.prepare();
    const { Call } = await (this.#module ?? loadCall());
    if (this.state.match !== match) return;
    const call = new Call({
      enter: (nonce) => this.#matchmaking.roomPass(match.id, nonce),
      media: this.#media,
      origin: window.location.origin,
    });
    this.set({ call });
    call.start();
  }
}
