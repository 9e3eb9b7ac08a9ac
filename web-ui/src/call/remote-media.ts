import type { RemoteTrack } from "../rtc/peer";
import type { PeerView } from "./call-state";
import type { PeerMessage } from "./peer-message";

type Seen = Pick<PeerView, "camera" | "screen" | "microphoneOn" | "cameraOn">;

/** A peer has no use for more tracks than these at once. */
const MAX_OTHERS = 8;

/** What one page of a peer sends, told apart by what it announces. */
export class RemoteMedia {
  readonly #changed: () => void;
  #camera: MediaStream | null = null;
  #others: { track: MediaStreamTrack; streamId: string }[] = [];
  #screen: MediaStream | null = null;
  #announced: Extract<PeerMessage, { type: "state" }> | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get view(): Seen {
    return {
      camera: this.#camera,
      screen: this.#screen,
      microphoneOn: this.#announced?.microphoneOn ?? true,
      cameraOn: this.#announced?.cameraOn ?? this.#hasPictures(),
    };
  }

  announced(message: Extract<PeerMessage, { type: "state" }>): void {
    this.#announced = message;
    this.#sortOut();
  }

  add({ track, place, streamId }: RemoteTrack): void {
    if (place === "camera") {
      // One stream for the whole call: a view that plays it need not start again.
      this.#camera ??= new MediaStream();
      this.#camera.addTrack(track);
      if (track.kind === "video") track.onunmute = () => this.#changed();
    } else if (streamId !== null && this.#others.length < MAX_OTHERS) {
      this.#others.push({ track, streamId });
      track.onended = () => {
        this.#others = this.#others.filter((other) => other.track !== track);
        this.#sortOut();
      };
    }
    this.#sortOut();
  }

  /** Pictures may be here before the announcement. */
  #hasPictures(): boolean {
    return this.#camera?.getVideoTracks().some((track) => !track.muted) ?? false;
  }

  #sortOut(): void {
    const id = this.#announced?.screenStreamId ?? null;
    const shown = this.#others.filter(({ streamId }) => streamId === id).map(({ track }) => track);
    const before = this.#screen?.getTracks() ?? [];
    const same = before.length === shown.length && shown.every((track) => before.includes(track));
    if (!same) {
      const visible = shown.some(({ kind }) => kind === "video");
      this.#screen = visible ? new MediaStream(shown) : null;
    }
    this.#changed();
  }
}
