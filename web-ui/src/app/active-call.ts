import { Unreachable } from "../api/http";
import type { Matchmaking } from "../api/matchmaking";
import type { Match, RoomPass } from "../api/model";
import type { Call } from "../call/call";
import type { Media } from "../rtc/media";
import { warmUp } from "../rtc/warm-up";
import { Store } from "../store";
import { openChosen } from "./device-choice";

export interface ActiveCallState {
  /** The match whose call this page is in, or was in last. */
  match: Match | null;
  /** Null while its code is still on the way. */
  call: Call | null;
  /** Whether the call goes on, so that closing the page would end it. */
  running: boolean;
  /** Why the call could not even begin. */
  trouble: string | null;
}

const NO_CALL: ActiveCallState = { match: null, call: null, running: false, trouble: null };

const loadCall = () => import("../call/call");

/** The one call of this page. It begins with the match and not with the page that shows it. */
export class ActiveCall extends Store<ActiveCallState> {
  readonly #matchmaking: Matchmaking;
  readonly #media: Media;
  #CallOfMatch: typeof Call | null = null;
  #prepared = false;

  constructor(matchmaking: Matchmaking, media: Media) {
    super(NO_CALL);
    this.#matchmaking = matchmaking;
    this.#media = media;
  }

  /** Gets code and browser ready, so that a match finds nothing left to wait for. */
  prepare(): void {
    if (this.#prepared) return;
    this.#prepared = true;
    // What fails here is tried again when the call begins.
    for (const ready of [this.#load(), warmUp()]) ready.catch(() => undefined);
  }

  /** Enters the room of `match`, unless this page is already in it; with `pass`, if one came with the news of it. */
  async begin(match: Match, pass?: RoomPass): Promise<void> {
    if (this.state.match?.id === match.id) return;
    await this.#enter(match, pass);
  }

  /** Enters the room again, after the call was ended elsewhere or could not be made. */
  async retry(): Promise<void> {
    if (this.state.match) await this.#enter(this.state.match);
  }

  /** Hangs up, if that was not done yet, and forgets the call. */
  forget(): void {
    if (this.state.match === null) return;
    if (this.state.running) this.state.call?.hangUp();
    this.set(NO_CALL);
  }

  async #enter(match: Match, pass?: RoomPass): Promise<void> {
    void openChosen(this.#media);
    if (this.#CallOfMatch !== null) {
      this.#start(match, this.#CallOfMatch, pass);
      return;
    }
    this.set({ ...NO_CALL, match });
    try {
      const CallOfMatch = await this.#load();
      if (this.state.match === match) this.#start(match, CallOfMatch, pass);
    } catch (error) {
      this.set({ trouble: new Unreachable(error).message });
    }
  }

  async #load(): Promise<typeof Call> {
    this.#CallOfMatch ??= (await loadCall()).Call;
    return this.#CallOfMatch;
  }

  #start(match: Match, CallOfMatch: typeof Call, pass: RoomPass | undefined): void {
    const call = new CallOfMatch({
      enter: (nonce) => this.#matchmaking.roomPass(match.id, nonce),
      key: pass,
      media: this.#media,
      origin: window.location.origin,
    });
    call.subscribe(() => this.#look(call));
    // Is on its way into the room before the page is drawn, which takes as long.
    call.start();
    this.set({ ...NO_CALL, match, call, running: true });
  }

  #look(call: Call): void {
    const { phase } = call.state;
    const running = phase !== "ended" && phase !== "failed";
    if (this.state.call === call && this.state.running !== running) this.set({ running });
  }
}
