import { Store } from "../store";

export interface ScreenShareState {
  sharing: boolean;
  /** What is shared, for our own preview. */
  stream: MediaStream | null;
  /** Why sharing did not start, in plain words; null when it was only cancelled. */
  refusal: string | null;
}

type Displays = Pick<MediaDevices, "getDisplayMedia">;

/** The sound of a tab is shared with its picture; that of the whole system would bring the others' voices back to them. */
const OPTIONS: DisplayMediaStreamOptions & { systemAudio: "exclude" } = {
  video: { frameRate: { ideal: 15, max: 30 } },
  audio: true,
  systemAudio: "exclude",
};

/** Our own screen, shown to the peers. */
export class ScreenShare extends Store<ScreenShareState> {
  readonly #displays: Displays | undefined;
  #asking = false;
  #closed = false;

  constructor(displays: Displays | undefined = globalThis.navigator?.mediaDevices) {
    super({ sharing: false, stream: null, refusal: null });
    this.#displays = displays;
  }

  async start(): Promise<void> {
    if (this.#asking || this.#closed || this.state.sharing) return;
    this.#asking = true;
    try {
      if (this.#displays?.getDisplayMedia === undefined) throw new TypeError("No displays.");
      this.#share(await this.#displays.getDisplayMedia(OPTIONS));
    } catch (error) {
      this.set({ refusal: refusalOf(error) });
    } finally {
      this.#asking = false;
    }
  }

  stop(): void {
    const { stream } = this.state;
    if (stream === null) return;
    for (const track of stream.getTracks()) {
      track.onended = null;
      track.stop();
    }
    this.set({ sharing: false, stream: null, refusal: null });
  }

  /** Stops for good, even if the user is still being asked. */
  close(): void {
    this.#closed = true;
    this.stop();
  }

  #share(stream: MediaStream): void {
    const [picture] = stream.getVideoTracks();
    if (this.#closed || picture === undefined) {
      for (const track of stream.getTracks()) track.stop();
      return;
    }
    picture.contentHint = "detail";
    // The browser has its own button to stop sharing.
    picture.onended = () => this.stop();
    this.set({ sharing: true, stream, refusal: null });
  }
}

function refusalOf(error: unknown): string | null {
  const { name, message } = error instanceof Error ? error : { name: "", message: "" };
  switch (name) {
    case "NotAllowedError":
      if (!/system/i.test(message)) return null;
      return "Your system does not let this browser record the screen. Allow it in the system's privacy settings, then try again.";
    case "AbortError":
      return null;
    case "NotFoundError":
      return "There is no screen or window to share.";
    case "NotReadableError":
      return "Your system refused to share that. Choose another window or screen.";
    case "TypeError":
    case "NotSupportedError":
      return "This browser cannot share a screen. Use a current browser on a computer.";
    default:
      return "Sharing the screen did not work. Try again.";
  }
}
