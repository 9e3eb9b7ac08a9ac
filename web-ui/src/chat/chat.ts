import type { Channel } from "../rtc/channel";
import { randomId } from "../signaling/random-id";
import { Store } from "../store";
import { clockOf, isBelievable, isText, messageId, parseChatWire } from "./messages";

export interface ChatMessage {
  id: string;
  mine: boolean;
  /** The display name of who wrote it. */
  from: string;
  text: string;
  /** Milliseconds since the epoch, by the clock of this page. */
  at: number;
  delivery: "sending" | "sent" | "failed";
}

export interface ChatState {
  messages: ChatMessage[];
}

export interface ChatOptions {
  /**
   * Sends through signaling to all peers, who will get it once `relaySettled` is told; false if that is
   * not possible now.
   */
  relay: (id: string, text: string) => boolean;
  now?: () => number;
}

interface Sender {
  id: string;
  name: string;
}

/** A message of ours that may not have reached all yet. */
interface Pending {
  text: string;
  /** Who has to confirm it. */
  missing: Set<string>;
  /** Whether signaling has it. */
  relayed: boolean;
  /** Whether signaling has said that it has it. A page that is loaded anew meanwhile never sees it. */
  settled: boolean;
}

const KEPT = 2_000;
/** So many messages that signaling has taken over are kept, until pages that may not have got them confirm them. */
const UNSEEN_KEPT = 200;

/** Written messages: over the data channels when they are open, through signaling when not. */
export class Chat extends Store<ChatState> {
  readonly #relay: ChatOptions["relay"];
  readonly #now: () => number;
  readonly #links = new Map<string, { name: string; channel: Channel }>();
  readonly #pending = new Map<string, Pending>();
  readonly #seen = new Set<string>();
  /** The highest clock seen: a hybrid of the time and of what others have sent. */
  #clock = 0;
  #closed = false;

  constructor(options: ChatOptions) {
    super({ messages: [] });
    this.#relay = options.relay;
    this.#now = options.now ?? Date.now;
  }

  /** False if there is nothing to send, or more than fits in one message. */
  send(text: string): boolean {
    const words = text.trim();
    if (!isText(words)) return false;
    const id = messageId(this.#tick(), randomId(8));
    const delivery = this.#closed ? "failed" : "sending";
    this.#insert({ id, mine: true, from: "", text: words, at: this.#now(), delivery });
    if (this.#closed) return true;
    this.#pending.set(id, { text: words, missing: new Set(), relayed: false, settled: false });
    this.#route(id);
    return true;
  }

  /** A peer is here, with a channel that may still have to open; it replaces an earlier one. */
  attach(peer: Sender, channel: Channel): void {
    this.detach(peer.id);
    this.#links.set(peer.id, { name: peer.name, channel });
    channel.listen({
      opened: () => {
        channel.sendText(JSON.stringify({ type: "clock", clock: this.#clock }));
        // The receiver drops what comes both ways.
        for (const pending of this.#pending.values()) unrelay(pending);
        this.retry();
      },
      text: (text) => this.#receive(peer, text),
      closed: () => this.#unconfirmed(peer.id),
    });
    this.retry();
  }

  /** The peer is gone, or its connection is being replaced. */
  detach(peerId: string): void {
    const link = this.#links.get(peerId);
    if (link === undefined) return;
    link.channel.listen({});
    this.#links.delete(peerId);
    this.#unconfirmed(peerId);
  }

  /** A text that came through signaling. */
  receiveRelayed(peer: Sender, id: string | undefined, text: string): void {
    if (!isText(text)) return;
    if (id !== undefined) this.#ack(peer.id, id);
    this.#accept(peer, id ?? messageId(this.#tick(), randomId(8)), text);
  }

  /** Signaling refused the message that was relayed under this id. */
  relayRefused(id: string): void {
    this.#settle(id, "failed");
  }

  /** Signaling has this message for sure. */
  relaySettled(id: string): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    pending.settled = true;
    this.#show(id, "sent");
    const unseen = [...this.#pending].filter(([, { settled }]) => settled);
    for (const [oldest] of unseen.slice(0, -UNSEEN_KEPT)) this.#pending.delete(oldest);
    this.retry();
  }

  /** Nobody knows whether signaling has this message: it needs a way again. */
  relayLost(id: string): void {
    const pending = this.#pending.get(id);
    if (pending !== undefined) unrelay(pending);
  }

  /** There may be a way now for what has none. */
  retry(): void {
    for (const [id, pending] of this.#pending) {
      if (pending.missing.size === 0) this.#route(id);
    }
  }

  /** No more messages: what has not arrived never will. */
  close(): void {
    this.#closed = true;
    for (const id of [...this.#pending.keys()]) this.#settle(id, "failed");
    for (const id of [...this.#links.keys()]) this.detach(id);
  }

  #route(id: string): void {
    const pending = this.#pending.get(id);
    if (pending === undefined || this.#links.size === 0) return;
    const links = [...this.#links.values()];
    const wire = JSON.stringify({ type: "message", id, text: pending.text });
    const direct = links.every(({ channel }) => channel.isOpen && channel.sendText(wire));
    if (!direct && !this.#relay(id, pending.text)) return;
    pending.missing = new Set(this.#links.keys());
    pending.relayed = !direct;
  }

  #receive(peer: Sender, text: string): void {
    const wire = parseChatWire(text);
    switch (wire?.type) {
      case "message":
        this.#ack(peer.id, wire.id);
        this.#accept(peer, wire.id, wire.text);
        break;
      case "ack":
        this.#acked(peer.id, wire.id);
        break;
      case "clock":
        this.#witness(wire.clock);
        break;
      case undefined:
        break;
    }
  }

  #accept(peer: Sender, id: string, text: string): void {
    // The peer's id goes in front: nobody can take the place of another's message.
    const key = `${peer.id}/${id}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (this.#seen.size > 2 * KEPT)
      for (const oldest of this.#seen) {
        this.#seen.delete(oldest);
        break;
      }
    this.#witness(clockOf(id) ?? 0);
    const at = this.#now();
    this.#insert({ id: key, mine: false, from: peer.name, text, at, delivery: "sent" });
  }

  #ack(peerId: string, id: string): void {
    const channel = this.#links.get(peerId)?.channel;
    if (channel?.isOpen) channel.sendText(JSON.stringify({ type: "ack", id }));
  }

  #acked(peerId: string, id: string): void {
    const missing = this.#pending.get(id)?.missing;
    if (missing?.delete(peerId) && missing.size === 0) this.#settle(id, "sent");
  }

  /** What this peer has not confirmed goes another way; the receiver drops what came twice. */
  #unconfirmed(peerId: string): void {
    for (const pending of this.#pending.values()) {
      if (!pending.relayed && pending.missing.has(peerId)) pending.missing.clear();
    }
    this.retry();
  }

  #settle(id: string, delivery: "sent" | "failed"): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (pending?.settled === false) this.#show(id, delivery);
  }

  #show(id: string, delivery: "sent" | "failed"): void {
    const messages = this.state.messages.map((it) => (it.id === id ? { ...it, delivery } : it));
    this.set({ messages });
  }

  #insert(message: ChatMessage): void {
    const messages = [...this.state.messages];
    let place = messages.length;
    while (place > 0 && isBefore(message, messages[place - 1])) place--;
    messages.splice(place, 0, message);
    this.set({ messages: messages.slice(-KEPT) });
  }

  #tick(): number {
    this.#clock = Math.max(this.#clock + 1, this.#now());
    return this.#clock;
  }

  #witness(clock: number): void {
    if (isBelievable(clock, this.#now())) this.#clock = Math.max(this.#clock, clock);
  }
}

function unrelay(pending: Pending): void {
  if (!pending.relayed) return;
  pending.relayed = false;
  pending.missing.clear();
}

function isBefore(message: ChatMessage, other: ChatMessage | undefined): boolean {
  if (other === undefined) return false;
  const [mine, theirs] = [ownId(message), ownId(other)];
  const [clock, otherClock] = [clockOf(mine) ?? Infinity, clockOf(theirs) ?? Infinity];
  return clock < otherClock || (clock === otherClock && mine < theirs);
}

/** The id as its sender gave it. */
function ownId({ id }: ChatMessage): string {
  return id.slice(id.indexOf("/") + 1);
}
