import { Chat } from "../chat/chat";
import { Files } from "../files/files";
import type { Media } from "../rtc/media";
import { ScreenShare } from "../screen/screen-share";
import { Store } from "../store";
import type { CallState } from "./call-state";

export type { CallPhase, CallState, EndedBy, PeerView } from "./call-state";

export interface CallOptions {
  /** Asks for a fresh room pass; the same nonce only repeats the same attempt. */
  enter: (nonce: string) => Promise<{ pass: string; socketPath: string }>;
  media: Media;
  /** The origin of the page, such as `https://stoa.example`. */
  origin: string;
}

/** One call in one room: from entering it to hanging up. */
export class Call extends Store<CallState> {
  readonly chat = new Chat();
  readonly files = new Files();
  readonly screen = new ScreenShare();

  constructor(_options: CallOptions) {
    super({
      phase: "connecting",
      endedBy: null,
      problem: null,
      instance: null,
      peers: [],
      liveSince: null,
    });
  }

  start(): void {}

  hangUp(): void {}
}
