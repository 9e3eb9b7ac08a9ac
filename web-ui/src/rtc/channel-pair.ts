import type { Channel, ChannelListener } from "./channel";

/** One end of a channel without a network, for tests: what is sent arrives at the other end, in order. */
export class PairedChannel implements Channel {
  readonly maxMessage = 256 * 1024;
  isOpen = false;
  /** Everything that was sent from this end. */
  readonly sent: (string | Uint8Array)[] = [];
  /** What is sent vanishes on its way. */
  deaf = false;
  #listener: ChannelListener = {};
  #other: PairedChannel | null = null;

  static pair(): [PairedChannel, PairedChannel] {
    const [one, other] = [new PairedChannel(), new PairedChannel()];
    one.#other = other;
    other.#other = one;
    return [one, other];
  }

  listen(listener: ChannelListener): void {
    this.#listener = listener;
  }

  sendText(text: string): boolean {
    if (!this.isOpen) return false;
    this.#send(text, (to) => to.text?.(text));
    return true;
  }

  sendBytes(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (!this.isOpen) return Promise.reject(new Error("The channel is closed."));
    const copy = bytes.slice();
    this.#send(copy, (to) => to.bytes?.(copy.buffer));
    return Promise.resolve();
  }

  open(): void {
    for (const end of this.#ends()) {
      end.isOpen = true;
      end.#listener.opened?.();
    }
  }

  close(): void {
    for (const end of this.#ends()) {
      end.isOpen = false;
      end.#listener.closed?.();
    }
  }

  #send(what: string | Uint8Array, deliver: (to: ChannelListener) => void): void {
    this.sent.push(what);
    if (this.deaf) return;
    queueMicrotask(() => {
      if (this.#other?.isOpen) deliver(this.#other.#listener);
    });
  }

  #ends(): PairedChannel[] {
    return this.#other === null ? [this] : [this, this.#other];
  }
}
