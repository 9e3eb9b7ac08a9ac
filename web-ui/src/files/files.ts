import type { Channel } from "../rtc/channel";
import { randomId } from "../signaling/random-id";
import { Store } from "../store";
import { FileLink } from "./file-link";
import { safeName } from "./file-name";
import type { Offer } from "./incoming";
import { MAX_SIZE } from "./messages";
import { isFinal, type Report, type Transfer } from "./transfer";

export type { Transfer } from "./transfer";

export interface FilesState {
  transfers: Transfer[];
}

/** Of the transfers that are over, so many are remembered. */
const KEPT = 100;

/** Files handed from one peer to another. */
export class Files extends Store<FilesState> {
  readonly #links = new Map<string, FileLink>();
  /** Where each transfer runs, and what the peer calls it. */
  readonly #places = new Map<string, { link: FileLink; remoteId: string }>();

  constructor() {
    super({ transfers: [] });
  }

  /** A peer is here, with a channel that may still have to open; it replaces an earlier one. */
  attach(peerId: string, channel: Channel): void {
    this.detach(peerId);
    const link: FileLink = new FileLink(channel, {
      offered: (offer) => this.#offered(link, offer),
    });
    this.#links.set(peerId, link);
  }

  detach(peerId: string): void {
    this.#links.get(peerId)?.close();
    this.#links.delete(peerId);
  }

  /** Offers a file to every peer. */
  offer(file: File): void {
    const links = [...this.#links.values()];
    const problem = problemWith(file, links.length);
    if (problem !== null) {
      const id = this.#add(file.name, file.size, true);
      this.#report(id)({ phase: "failed", problem });
      return;
    }
    for (const link of links) {
      const id = this.#add(file.name, file.size, true);
      this.#places.set(id, { link, remoteId: id });
      link.give(id, file, this.#report(id));
    }
  }

  accept(id: string): void {
    const place = this.#places.get(id);
    if (!this.#isMine(id)) place?.link.accept(place.remoteId);
  }

  decline(id: string): void {
    const place = this.#places.get(id);
    if (!this.#isMine(id)) place?.link.decline(place.remoteId);
  }

  cancel(id: string): void {
    const place = this.#places.get(id);
    if (this.#isMine(id)) place?.link.cancelOutgoing(place.remoteId);
    else place?.link.cancelIncoming(place.remoteId);
  }

  /** No more files: what is not complete has failed. */
  close(): void {
    for (const peerId of [...this.#links.keys()]) this.detach(peerId);
  }

  #offered(link: FileLink, offer: Offer): Report {
    const id = this.#add(safeName(offer.name), offer.size, false);
    this.#places.set(id, { link, remoteId: offer.id });
    return this.#report(id);
  }

  #add(name: string, size: number, mine: boolean): string {
    const id = randomId();
    const transfer: Transfer = {
      ...{ id, mine, name, size },
      ...{ moved: 0, phase: "offered", problem: null, blob: null },
    };
    this.set({ transfers: [...forgetOldest(this.state.transfers), transfer] });
    return id;
  }

  #report(id: string): Report {
    return (change) => {
      const transfers = this.state.transfers.map((it) =>
        it.id === id ? { ...it, ...change } : it,
      );
      this.set({ transfers });
      if (isFinal(change.phase)) this.#places.delete(id);
    };
  }

  #isMine(id: string): boolean {
    return this.state.transfers.find((it) => it.id === id)?.mine ?? false;
  }
}

function problemWith(file: File, peers: number): string | null {
  if (file.size > MAX_SIZE) return "This file is larger than 2 GiB.";
  return peers === 0 ? "Nobody is here to take the file." : null;
}

/** Makes room for one more; what was received and what still moves stays. */
function forgetOldest(transfers: Transfer[]): Transfer[] {
  if (transfers.length < KEPT) return transfers;
  const oldest = transfers.find(({ phase, blob }) => isFinal(phase) && blob === null);
  return transfers.filter((it) => it !== oldest);
}
