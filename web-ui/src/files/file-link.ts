import type { Channel } from "../rtc/channel";
import { Incoming, type Offer } from "./incoming";
import { type FileMessage, parseFileMessage } from "./messages";
import { Outgoing } from "./outgoing";
import { isFinal, type Report } from "./transfer";

interface FileLinkEvents {
  /** A peer offers a file; what becomes of it goes to the returned report, under the id given there. */
  offered(offer: Offer): Report;
}

interface Waiting {
  id: string;
  file: File;
  report: Report;
}

const GONE = "The connection ended before the file was complete.";
const MAX_WAITING = 50;

/** The files between us and one peer: one at a time each way, the others wait for their turn. */
export class FileLink {
  readonly #channel: Channel;
  readonly #events: FileLinkEvents;
  #outgoing: Outgoing | null = null;
  #incoming: Incoming | null = null;
  #waiting: Waiting[] = [];

  constructor(channel: Channel, events: FileLinkEvents) {
    this.#channel = channel;
    this.#events = events;
    channel.listen({
      opened: () => this.#next(),
      text: (text) => this.#receive(parseFileMessage(text)),
      bytes: (bytes) => this.#incoming?.bytes(bytes),
      closed: () => this.close(),
    });
  }

  /** Gives a file, after those that were offered before. */
  give(id: string, file: File, report: Report): void {
    if (this.#waiting.length >= MAX_WAITING) {
      report({ phase: "failed", problem: "Too many files are waiting. Wait for some to arrive." });
      return;
    }
    this.#waiting.push({ id, file, report });
    this.#next();
  }

  accept(offerId: string): void {
    if (this.#incoming?.offer.id === offerId) this.#incoming.accept();
  }

  decline(offerId: string): void {
    if (this.#incoming?.offer.id === offerId) this.#incoming.decline();
  }

  cancelIncoming(offerId: string): void {
    if (this.#incoming?.offer.id === offerId) this.#incoming.cancel();
  }

  cancelOutgoing(id: string): void {
    if (this.#outgoing?.id === id) this.#outgoing.cancel();
    const waiting = this.#waiting.find((it) => it.id === id);
    this.#waiting = this.#waiting.filter((it) => it !== waiting);
    waiting?.report({ phase: "cancelled" });
  }

  /** The peer is gone: what is not complete has failed. */
  close(): void {
    this.#channel.listen({});
    this.#outgoing?.fail(GONE);
    this.#incoming?.fail(GONE);
    for (const { report } of this.#waiting.splice(0)) report({ phase: "failed", problem: GONE });
  }

  #next(): void {
    if (this.#outgoing !== null || !this.#channel.isOpen) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    const { id, file, report } = next;
    this.#outgoing = new Outgoing(id, file, this.#channel, (change) => {
      report(change);
      if (!isFinal(change.phase)) return;
      this.#outgoing = null;
      this.#next();
    });
  }

  #receive(message: FileMessage | null): void {
    switch (message?.type) {
      case "offer":
        this.#offered(message);
        break;
      case "end":
        if (this.#incoming?.offer.id === message.id) void this.#incoming.end(message.digest);
        break;
      case "withdraw":
        if (this.#incoming?.offer.id === message.id) this.#incoming.withdrawn();
        break;
      case "accept":
      case "credit":
      case "received":
      case "decline":
      case "cancel":
      case "broken":
        if (this.#outgoing?.id === message.id) this.#outgoing.receive(message);
        break;
      case undefined:
        break;
    }
  }

  #offered(offer: Offer): void {
    if (this.#incoming !== null) {
      this.#channel.sendText(JSON.stringify({ type: "decline", id: offer.id }));
      return;
    }
    const report = this.#events.offered(offer);
    this.#incoming = new Incoming(offer, this.#channel, (change) => {
      report(change);
      if (isFinal(change.phase)) this.#incoming = null;
    });
  }
}
