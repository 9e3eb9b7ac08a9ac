import { Media } from "./media";

export class FakeTrack {
  enabled = true;
  readyState = "live";
  contentHint = "";
  onended: (() => void) | null = null;
  readonly kind: string;

  constructor(kind: string) {
    this.kind = kind;
  }

  stop(): void {
    this.readyState = "ended";
  }
}

export class FakeStream {
  readonly #tracks: FakeTrack[];

  constructor(tracks: FakeTrack[] = []) {
    this.#tracks = tracks;
  }

  getTracks = () => this.#tracks;
  getAudioTracks = () => this.#tracks.filter(({ kind }) => kind === "audio");
  getVideoTracks = () => this.#tracks.filter(({ kind }) => kind === "video");
}

export type Answer = (constraints: MediaStreamConstraints) => Promise<FakeStream>;

export const grant: Answer = ({ audio, video }) => {
  const kinds = [...(audio ? ["audio"] : []), ...(video ? ["video"] : [])];
  return Promise.resolve(new FakeStream(kinds.map((kind) => new FakeTrack(kind))));
};

/** The id of the camera that has to be it, if any. */
export const exact = ({ video }: MediaStreamConstraints): unknown =>
  typeof video === "object" && typeof video.deviceId === "object"
    ? (video.deviceId as { exact?: unknown }).exact
    : undefined;

export const refusal = (name: string, message = "") =>
  Promise.reject(new DOMException(message, name));

/** The devices of a page as the browser hands them out: what was asked for, and every track that was given. */
export function page(answer: Answer) {
  const asked: MediaStreamConstraints[] = [];
  const tracks: FakeTrack[] = [];
  const getUserMedia = async (constraints: MediaStreamConstraints = {}) => {
    asked.push(constraints);
    const stream = await answer(constraints);
    tracks.push(...stream.getTracks());
    return stream as unknown as MediaStream;
  };
  const devices = new FakeDevices(getUserMedia);
  return { media: new Media({ devices }), asked, tracks, devices };
}

/** What can be plugged in. */
class FakeDevices extends EventTarget {
  readonly #there = [{ kind: "audioinput" }, { kind: "videoinput" }] as MediaDeviceInfo[];
  readonly getUserMedia: MediaDevices["getUserMedia"];

  constructor(getUserMedia: MediaDevices["getUserMedia"]) {
    super();
    this.getUserMedia = getUserMedia;
  }

  enumerateDevices = () => Promise.resolve([...this.#there]);

  plugIn(device: MediaDeviceInfo): void {
    this.#there.push(device);
    this.dispatchEvent(new Event("devicechange"));
  }
}
