import { Store } from "../store";

export interface ScreenShareState {
  sharing: boolean;
  /** What is shared, for our own preview. */
  stream: MediaStream | null;
  /** Why sharing did not start, in plain words; null when it was only cancelled. */
  refusal: string | null;
}

/** Our own screen, shown to the peers. */
export class ScreenShare extends Store<ScreenShareState> {
  constructor() {
    super({ sharing: false, stream: null, refusal: null });
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): void {}
}
