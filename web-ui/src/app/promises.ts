import type { StandingState } from "./standing-rules";

type Meetings = Pick<StandingState, "offer" | "ticket" | "match">;

/**
 * Whether this page says that a call opens by itself, although nobody said yes on it: the offer was accepted by itself, or
 * the page was loaded again after the yes. A page that has put the question itself leaves the call to the one that answered.
 */
export class Promises {
  readonly #asked = new Set<string>();
  #open = false;

  /** Stays true until the call that was promised is over. */
  get open(): boolean {
    return this.#open;
  }

  look({ offer, ticket, match }: Meetings): void {
    // The dialog is gone by then; the call is about to come.
    if (match !== null || ticket?.state === "matched") return;
    const check = ticket?.state === "offered" ? ticket.readyCheck : undefined;
    const expert = offer !== null && this.#promised(offer.id, offer.accepted);
    const learner = check !== undefined && this.#promised(check.offerId, check.ready);
    this.#open = expert || learner;
  }

  #promised(offerId: string, saidYes: boolean): boolean {
    if (!saidYes) this.#asked.add(offerId);
    return saidYes && !this.#asked.has(offerId);
  }
}
