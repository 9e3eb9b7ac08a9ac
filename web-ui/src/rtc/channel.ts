/** Past this, sending waits; Chromium closes a channel that holds 16 MiB. */
const HIGH_WATER = 15 * 1024 * 1024;
const LOW_WATER = 8 * 1024 * 1024;
const MAX_MESSAGE = 256 * 1024;
/** A text message that is longer is not even looked at. */
const MAX_TEXT = 64 * 1024;

export interface ChannelListener {
  opened?(): void;
  text?(text: string): void;
  bytes?(bytes: ArrayBuffer): void;
  closed?(): void;
}

/** An ordered, reliable way to one peer, as a feature sees it. What arrives is untrusted. */
export interface Channel {
  readonly isOpen: boolean;
  /** Bytes that fit in one message. */
  readonly maxMessage: number;
  /** One listener per channel; a later one takes the place of the earlier. */
  listen(listener: ChannelListener): void;
  /** False if the text cannot be sent. */
  sendText(text: string): boolean;
  /** Resolves when there is room for more; rejects when the channel is closed. */
  sendBytes(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** The part of an RTCDataChannel that is used here. */
export type RawChannel = Pick<
  RTCDataChannel,
  "readyState" | "binaryType" | "bufferedAmount" | "bufferedAmountLowThreshold" | "send"
> &
  Record<"onopen" | "onclose" | "onbufferedamountlow", ((event: Event) => void) | null> & {
    onmessage: ((event: MessageEvent) => void) | null;
  };

/** The one place of flow control: back-pressure over a data channel. */
export class DataChannel implements Channel {
  readonly #raw: RawChannel;
  readonly #limit: () => number | undefined;
  #listener: ChannelListener = {};
  #waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];

  /** `limit` tells what the transport takes in one message, once that is negotiated. */
  constructor(raw: RawChannel, limit: () => number | undefined) {
    this.#raw = raw;
    this.#limit = limit;
    raw.binaryType = "arraybuffer";
    raw.bufferedAmountLowThreshold = LOW_WATER;
    raw.onopen = () => this.#listener.opened?.();
    raw.onmessage = (event) => this.#receive(event.data);
    raw.onbufferedamountlow = () => this.#release();
    raw.onclose = () => this.#closed();
  }

  get isOpen(): boolean {
    return this.#raw.readyState === "open";
  }

  get maxMessage(): number {
    return Math.min(MAX_MESSAGE, this.#limit() ?? MAX_MESSAGE);
  }

  listen(listener: ChannelListener): void {
    this.#listener = listener;
  }

  sendText(text: string): boolean {
    if (!this.isOpen || text.length > MAX_TEXT) return false;
    try {
      this.#raw.send(text);
      return true;
    } catch {
      return false;
    }
  }

  async sendBytes(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#raw.send(bytes);
    if (this.#raw.bufferedAmount + this.maxMessage <= HIGH_WATER) return;
    await new Promise<void>((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #receive(data: unknown): void {
    if (typeof data === "string") {
      if (data.length <= MAX_TEXT) this.#listener.text?.(data);
    } else if (data instanceof ArrayBuffer) {
      this.#listener.bytes?.(data);
    }
  }

  #release(): void {
    for (const { resolve } of this.#waiting.splice(0)) resolve();
  }

  #closed(): void {
    for (const { reject } of this.#waiting.splice(0)) reject(new Error("The channel is closed."));
    this.#listener.closed?.();
  }
}
