import type { Channel } from "../rtc/channel";
import { PieceDigest } from "./digest";
import type { ReceiverMessage, SenderMessage } from "./messages";
import { WINDOW } from "./messages";
import { calmly, type Report } from "./transfer";

export type Offer = Extract<SenderMessage, { type: "offer" }>;

/** So many bytes are handed to the browser at once, which may keep them on disk. */
const STORE_EVERY = 16 * 1024 * 1024;
const CREDIT_EVERY = 2 * 1024 * 1024;
/** Whatever a peer says: the browser must never take a received file for a page or a script. */
const TYPE = { type: "application/octet-stream" };

/** A file that one peer gives to us. The announced size is the most that is ever taken. */
export class Incoming {
  readonly offer: Offer;
  readonly #channel: Channel;
  readonly #report: Report;
  readonly #progress: (moved: number) => void;
  readonly #digest = new PieceDigest();
  #phase: "offered" | "moving" | "checking" | "over" = "offered";
  #stored: Blob[] = [];
  #fresh: ArrayBuffer[] = [];
  #arrived = 0;
  #digested = 0;
  #credit = 0;
  #credited = 0;

  constructor(offer: Offer, channel: Channel, report: Report) {
    this.offer = offer;
    this.#channel = channel;
    this.#report = report;
    this.#progress = calmly((moved) => report({ moved }));
  }

  accept(): void {
    if (this.#phase !== "offered") return;
    this.#phase = "moving";
    this.#credit = Math.min(this.offer.size, WINDOW);
    this.#report({ phase: "moving" });
    this.#tell({ type: "accept", id: this.offer.id, credit: this.#credit });
  }

  decline(): void {
    if (this.#phase !== "offered") return;
    this.#tell({ type: "decline", id: this.offer.id });
    this.#end({ phase: "declined" });
  }

  cancel(): void {
    this.#tell({ type: "cancel", id: this.offer.id });
    this.#end({ phase: "cancelled" });
  }

  withdrawn(): void {
    this.#end({ phase: "cancelled", problem: "The other side cancelled." });
  }

  bytes(piece: ArrayBuffer): void {
    // What was still on its way when we cancelled.
    if (this.#phase !== "moving") return;
    const left = this.offer.size - this.#arrived;
    const expected = Math.min(this.offer.piece, left);
    if (piece.byteLength !== expected || this.#arrived + expected > this.#credit) {
      this.#refuse("The other side sent something else than it had announced.");
      return;
    }
    this.#arrived += expected;
    void this.#digest.add(piece).then(() => this.#advance(expected));
    this.#fresh.push(piece);
    if (this.#fresh.length * this.offer.piece >= STORE_EVERY) this.#store();
  }

  async end(digest: string): Promise<void> {
    if (this.#phase !== "moving") return;
    if (this.#arrived !== this.offer.size) {
      this.#refuse("The other side ended before the file was complete.");
      return;
    }
    this.#phase = "checking";
    this.#report({ phase: "checking", moved: this.#arrived });
    const own = await this.#digest.hex();
    if (this.#phase !== "checking") return;
    if (own !== digest) {
      this.#refuse("The file did not arrive as it was sent. Ask for it again.");
      return;
    }
    this.#store();
    const blob = new Blob(this.#stored, TYPE);
    this.#tell({ type: "received", id: this.offer.id, digest: own });
    this.#end({ phase: "done", blob });
  }

  fail(problem: string): void {
    this.#end({ phase: "failed", problem });
  }

  #advance(bytes: number): void {
    this.#digested += bytes;
    if (this.#phase !== "moving") return;
    this.#progress(this.#digested);
    if (this.#digested - this.#credited < CREDIT_EVERY) return;
    this.#credited = this.#digested;
    this.#credit = Math.min(this.offer.size, this.#digested + WINDOW);
    const { id } = this.offer;
    this.#tell({ type: "credit", id, moved: this.#digested, credit: this.#credit });
  }

  #store(): void {
    if (this.#fresh.length > 0) this.#stored.push(new Blob(this.#fresh, TYPE));
    this.#fresh = [];
  }

  #refuse(problem: string): void {
    this.#tell({ type: "broken", id: this.offer.id });
    this.fail(problem);
  }

  #end(change: Parameters<Report>[0]): void {
    if (this.#phase === "over") return;
    this.#phase = "over";
    this.#stored = [];
    this.#fresh = [];
    this.#report(change);
  }

  #tell(message: ReceiverMessage): void {
    this.#channel.sendText(JSON.stringify(message));
  }
}
