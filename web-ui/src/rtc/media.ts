import { Store } from "../store";
import { type Refusal, refusalOf } from "./refusal";

export type { Refusal } from "./refusal";

export type DeviceState =
  { kind: "off" } | { kind: "starting" } | { kind: "on" } | { kind: "refused"; refusal: Refusal };

export interface MediaState {
  microphone: DeviceState;
  camera: DeviceState;
  /** What we send: at most one audio and one video track; null when there is neither. */
  stream: MediaStream | null;
  microphones: MediaDeviceInfo[];
  cameras: MediaDeviceInfo[];
  /** Ids of the devices that were chosen; the browser's own choice for others. */
  chosen: Partial<Record<Device, string>>;
}

type Device = "microphone" | "camera";

type Devices = Pick<
  MediaDevices,
  "getUserMedia" | "enumerateDevices" | "addEventListener" | "removeEventListener"
>;

export interface MediaOptions {
  /** Absent where the page is not served over a secure origin. */
  devices?: Devices | undefined;
}

/** A device that ends sooner than this after it came, in milliseconds, is not asked for again by itself. */
const FLAPPING_MS = 2_000;
const MICROPHONE: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};
const CAMERA: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
};

/** The microphone and the camera of this page. */
export class Media extends Store<MediaState> {
  readonly #devices: Devices | undefined;
  readonly #tracks = new Map<Device, MediaStreamTrack>();
  /** What the user wants; an answer that comes after a change of mind is thrown away. */
  readonly #wanted = new Map<Device, object>();

  constructor(options: MediaOptions = {}) {
    super({
      microphone: { kind: "off" },
      camera: { kind: "off" },
      stream: null,
      microphones: [],
      cameras: [],
      chosen: {},
    });
    this.#devices = "devices" in options ? options.devices : globalThis.navigator?.mediaDevices;
  }

  /** Asks for both at once, which is one question to the user; then for each that is not refused. */
  async open(): Promise<void> {
    const missing = (["microphone", "camera"] as const).filter((it) => !this.#tracks.has(it));
    if (missing.length < 2) {
      await Promise.all(missing.map((device) => this.#start(device)));
      return;
    }
    const wishes = missing.map((device) => this.#wish(device));
    try {
      const stream = await this.#ask(missing);
      missing.forEach((device, i) => this.#take(device, wishes[i], stream));
    } catch {
      // One refusal hides the other device: the microphone must not fall with the camera.
      for (const [i, device] of missing.entries()) await this.#startWished(device, wishes[i]);
    }
    await this.#list();
  }

  /** Off keeps the microphone but sends silence, so that on is instant. */
  async setMicrophone(on: boolean): Promise<void> {
    const track = this.#tracks.get("microphone");
    if (!on) {
      this.#wanted.delete("microphone");
      if (track !== undefined) track.enabled = false;
      this.set({ microphone: { kind: "off" } });
    } else if (track !== undefined) {
      if (this.state.microphone.kind === "on") return;
      track.enabled = true;
      this.set({ microphone: { kind: "on" } });
    } else {
      await this.#start("microphone");
    }
  }

  /** Off lets go of the camera: its light goes out. */
  async setCamera(on: boolean): Promise<void> {
    if (!on) this.#release("camera", { kind: "off" });
    else if (!this.#tracks.has("camera")) await this.#start("camera");
  }

  async chooseMicrophone(id: string): Promise<void> {
    await this.#choose("microphone", id);
  }

  async chooseCamera(id: string): Promise<void> {
    await this.#choose("camera", id);
  }

  /** Lets go of everything. */
  close(): void {
    this.#devices?.removeEventListener("devicechange", this.#listAgain);
    this.#release("microphone", { kind: "off" });
    this.#release("camera", { kind: "off" });
  }

  async #choose(device: Device, id: string): Promise<void> {
    this.set({ chosen: { ...this.state.chosen, [device]: id } });
    const wanted = this.state[device].kind !== "off";
    this.#release(device, this.state[device]);
    if (wanted) await this.#start(device);
  }

  async #start(device: Device): Promise<void> {
    await this.#startWished(device, this.#wish(device));
    await this.#list();
  }

  #wish(device: Device): object {
    this.#devices?.addEventListener("devicechange", this.#listAgain);
    const wish = {};
    this.#wanted.set(device, wish);
    this.#show(device, { kind: "starting" });
    return wish;
  }

  async #startWished(device: Device, wish: object | undefined): Promise<void> {
    if (this.#wanted.get(device) !== wish) return;
    try {
      this.#take(device, wish, await this.#ask([device]));
    } catch (error) {
      if (this.#wanted.get(device) !== wish) return;
      this.#wanted.delete(device);
      this.#show(device, { kind: "refused", refusal: refusalOf(error) });
    }
  }

  async #ask(wanted: Device[]): Promise<MediaStream> {
    const devices = this.#devices;
    if (devices === undefined) throw new TypeError("This page has no access to devices.");
    const ask = () =>
      devices.getUserMedia({
        audio: wanted.includes("microphone") && this.#constraints("microphone"),
        video: wanted.includes("camera") && this.#constraints("camera"),
      });
    try {
      return await ask();
    } catch (error) {
      const isChoiceGone = error instanceof Error && error.name === "OverconstrainedError";
      const { chosen } = this.state;
      if (!isChoiceGone || !wanted.some((device) => chosen[device] !== undefined)) throw error;
      const others = Object.entries(chosen).filter(
        ([device]) => !wanted.includes(device as Device),
      );
      this.set({ chosen: Object.fromEntries(others) });
      return await ask();
    }
  }

  #constraints(device: Device): MediaTrackConstraints {
    const usual = device === "microphone" ? MICROPHONE : CAMERA;
    const chosen = this.state.chosen[device];
    return chosen === undefined ? usual : { ...usual, deviceId: { exact: chosen } };
  }

  #take(device: Device, wish: object | undefined, stream: MediaStream): void {
    const [track] = device === "microphone" ? stream.getAudioTracks() : stream.getVideoTracks();
    if (track === undefined) return;
    if (this.#wanted.get(device) !== wish) {
      track.stop();
      return;
    }
    const takenAt = performance.now();
    track.onended = () => this.#lost(device, performance.now() - takenAt);
    this.#tracks.set(device, track);
    if (device === "camera") track.contentHint = "motion";
    this.set({ [device]: { kind: "on" }, stream: this.#stream() });
  }

  /** Unplugged, taken away or not allowed any more: another one may be there, and if not, the browser says why. */
  #lost(device: Device, afterMs: number): void {
    const wasOn = this.state[device].kind === "on";
    const flapping = wasOn && afterMs < FLAPPING_MS;
    this.#release(device, flapping ? { kind: "refused", refusal: "in-use" } : { kind: "off" });
    if (wasOn && !flapping) void this.#start(device);
  }

  #release(device: Device, state: DeviceState): void {
    this.#wanted.delete(device);
    const track = this.#tracks.get(device);
    this.#tracks.delete(device);
    if (track !== undefined) {
      track.onended = null;
      track.stop();
    }
    this.set({ [device]: state, stream: this.#stream() });
  }

  #stream(): MediaStream | null {
    const tracks = [...this.#tracks.values()];
    return tracks.length === 0 ? null : new MediaStream(tracks);
  }

  #show(device: Device, state: DeviceState): void {
    this.set({ [device]: state });
  }

  readonly #listAgain = (): void => void this.#list();

  async #list(): Promise<void> {
    try {
      const all = (await this.#devices?.enumerateDevices()) ?? [];
      this.set({
        microphones: all.filter(({ kind }) => kind === "audioinput"),
        cameras: all.filter(({ kind }) => kind === "videoinput"),
      });
    } catch {
      // The list only serves the choice among several.
    }
  }
}
