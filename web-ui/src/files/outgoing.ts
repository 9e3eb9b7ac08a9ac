import type { Channel } from "../rtc/channel";
import { PieceDigest } from "./digest";
import type { ReceiverMessage, SenderMessage } from "./messages";
import { MAX_PIECE } from "./messages";
import type { Report } from "./transfer";

/** The file is read in blocks, one ahead of what is being sent. */
const BLOCK = 4 * 1024 * 1024;

/** A file that we give to one peer. */
export class Outgoing {
  readonly id: string;
  readonly #file: File;
  readonly #channel: Channel;
  readonly #report: Report;
  readonly #digest = new PieceDigest();
  readonly #piece: number;
  #sent = 0;
  #credit = 0;
  #moreCredit: (() => void) | null = null;
  #phase: "offered" | "moving" | "checking" | "over" = "offered";
  #sentDigest = "";

  constructor(id: string, file: File, channel: Channel, report: Report) {
    this.id = id;
    this.#file = file;
    this.#channel = channel;
    this.#report = report;
    this.#piece = Math.min(MAX_PIECE, channel.maxMessage);
    const { name, size } = file;
    this.#tell({ type: "offer", id, name: name.slice(-255), size, piece: this.#piece });
  }

  receive(message: ReceiverMessage): void {
    switch (message.type) {
      case "accept":
        if (this.#phase !== "offered") return;
        this.#phase = "moving";
        this.#report({ phase: "moving" });
        this.#extend(message.credit);
        void this.#move();
        break;
      case "credit":
        this.#extend(message.credit);
        if (this.#phase !== "offered") this.#report({ moved: this.#believable(message.moved) });
        break;
      case "received":
        this.#received(message.digest);
        break;
      case "decline":
        this.#end({ phase: "declined" });
        break;
      case "cancel":
        this.#end({ phase: "cancelled", problem: "The other side cancelled." });
        break;
      case "broken":
        this.#fail("The file did not arrive as it was sent. Send it again.");
        break;
    }
  }

  cancel(): void {
    this.#tell({ type: "withdraw", id: this.id });
    this.#end({ phase: "cancelled" });
  }

  fail(problem: string): void {
    this.#fail(problem);
  }

  async #move(): Promise<void> {
    try {
      for await (const block of this.#blocks()) {
        for (let at = 0; at < block.length; at += this.#piece) {
          await this.#send(block.subarray(at, at + this.#piece));
          if (this.#phase === "over") return;
        }
      }
      await this.#finish();
    } catch (error) {
      if (this.#phase === "over") return;
      this.#tell({ type: "withdraw", id: this.id });
      const unreadable = error instanceof DOMException && error.name.startsWith("Not");
      this.#fail(
        unreadable
          ? "The file can no longer be read. It may have been moved or changed."
          : "The connection ended before the file was complete.",
      );
    }
  }

  async #send(piece: Uint8Array<ArrayBuffer>): Promise<void> {
    while (this.#sent + piece.length > this.#credit) {
      await new Promise<void>((resolve) => (this.#moreCredit = resolve));
      if (this.#phase === "over") return;
    }
    this.#sent += piece.length;
    void this.#digest.add(piece);
    await this.#channel.sendBytes(piece);
  }

  async *#blocks(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const step = BLOCK - (BLOCK % this.#piece);
    const read = (from: number) => this.#file.slice(from, from + step).arrayBuffer();
    let next = read(0);
    for (let from = 0; from < this.#file.size; from += step) {
      const block = await next;
      if (from + step < this.#file.size) {
        next = read(from + step);
        // Its failure is seen when it is its turn.
        next.catch(() => undefined);
      }
      yield new Uint8Array(block);
    }
  }

  async #finish(): Promise<void> {
    this.#sentDigest = await this.#digest.hex();
    if (this.#phase !== "moving") return;
    this.#phase = "checking";
    this.#report({ phase: "checking" });
    this.#tell({ type: "end", id: this.id, digest: this.#sentDigest });
  }

  #received(digest: string): void {
    if (this.#phase !== "checking") return;
    if (digest === this.#sentDigest) this.#end({ phase: "done", moved: this.#file.size });
    else this.#fail("The other side has received something else. Send the file again.");
  }

  #extend(credit: number): void {
    this.#credit = Math.max(this.#credit, credit);
    this.#wake();
  }

  #wake(): void {
    this.#moreCredit?.();
    this.#moreCredit = null;
  }

  /** The receiver can't have more than we sent. */
  #believable(moved: number): number {
    return Math.min(moved, this.#sent);
  }

  #fail(problem: string): void {
    this.#end({ phase: "failed", problem });
  }

  #end(change: Parameters<Report>[0]): void {
    if (this.#phase === "over") return;
    this.#phase = "over";
    this.#wake();
    this.#report(change);
  }

  #tell(message: SenderMessage): void {
    this.#channel.sendText(JSON.stringify(message));
  }
}
