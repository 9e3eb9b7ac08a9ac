import { Store } from "../store";

/** Why a microphone or a camera cannot be used. */
export type Refusal =
  "blocked" | "blocked-by-system" | "in-use" | "not-found" | "unsupported" | "unknown";

export type DeviceState =
  | { kind: "off" }
  | { kind: "starting" }
  | { kind: "on" }
  | { kind: "refused"; refusal: Refusal };

export interface MediaState {
  microphone: DeviceState;
  camera: DeviceState;
  /** What we send: at most one audio and one video track; null when there is neither. */
  stream: MediaStream | null;
  microphones: MediaDeviceInfo[];
  cameras: MediaDeviceInfo[];
  /** Loudness of the microphone, 0 to 1. */
  level: number;
}

/** The microphone and the camera of this page. */
export class Media extends Store<MediaState> {
  constructor() {
    super({
      microphone: { kind: "off" },
      camera: { kind: "off" },
      stream: null,
      microphones: [],
      cameras: [],
      level: 0,
    });
  }

  open(): Promise<void> {
    return Promise.resolve();
  }

  setMicrophone(_on: boolean): Promise<void> {
    return Promise.resolve();
  }

  setCamera(_on: boolean): Promise<void> {
    return Promise.resolve();
  }

  chooseMicrophone(_id: string): Promise<void> {
    return Promise.resolve();
  }

  chooseCamera(_id: string): Promise<void> {
    return Promise.resolve();
  }

  close(): void {}
}
