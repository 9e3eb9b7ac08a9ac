const CAMERA_BITS_PER_SECOND = 1_500_000;
/** The shorter side of the first pictures, in pixels. */
const FIRST_SIDE = 360;
/** After so long with a connection, the browser knows better what it carries. */
const FIRST_MS = 1_000;

/** Text must stay legible: fewer pictures rather than coarser ones. */
export const SCREEN_ENCODING: RTCRtpEncodingParameters = { maxBitrate: 2_500_000, priority: "low" };

type Senders = Record<"audio" | "video", RTCRtpSender>;

/**
 * How voice and face are sent. Audio first: when the network is bad, the picture gives way and the voice stays.
 * And soon: a browser takes every new connection for a slow one (300 kbit/s in Chromium) and throws pictures away
 * until they are small enough for that, and stays with small ones for long, so the first ones are sent small.
 */
export class CameraSending {
  #senders: Senders | null = null;
  #face: MediaStreamTrack | null = null;
  #isFirst = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** From now on by these senders; `face` is or will be what the video's sends. */
  use(senders: Senders, face: MediaStreamTrack | null): void {
    this.#senders = senders;
    this.#face = face;
    this.#favourFace();
  }

  connected(): void {
    this.#timer ??= setTimeout(() => {
      this.#isFirst = false;
      this.favour();
    }, FIRST_MS);
  }

  /** Says all wishes anew, for a negotiation may have forgotten them; but not while the connection is in the making. */
  favour(): void {
    if (this.#senders === null || this.#isFirst) return;
    wish(this.#senders.audio, (encoding) => {
      encoding.priority = "high";
      encoding.networkPriority = "high";
    });
    this.#favourFace();
  }

  #favourFace(): void {
    if (this.#senders === null) return;
    const scale = this.#isFirst ? firstScale(this.#face) : 1;
    // While the first pictures are sent, a change of size would only cost time.
    const preference = this.#isFirst ? "maintain-resolution" : "maintain-framerate";
    wish(
      this.#senders.video,
      (encoding) => {
        encoding.priority = "low";
        encoding.networkPriority = "low";
        encoding.maxBitrate = CAMERA_BITS_PER_SECOND;
        encoding.scaleResolutionDownBy = scale;
      },
      preference,
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

function firstScale(face: MediaStreamTrack | null): number {
  const { width, height } = face?.getSettings() ?? {};
  if (width === undefined || height === undefined) return 1;
  return Math.max(1, Math.min(width, height) / FIRST_SIDE);
}

function wish(
  sender: RTCRtpSender,
  change: (encoding: RTCRtpEncodingParameters) => void,
  preference?: RTCDegradationPreference,
): void {
  const parameters = sender.getParameters();
  parameters.encodings.forEach(change);
  if (preference !== undefined) parameters.degradationPreference = preference;
  // A browser that refuses a wish still sends.
  sender.setParameters(parameters).catch(() => undefined);
}
