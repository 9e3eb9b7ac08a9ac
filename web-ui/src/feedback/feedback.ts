import type { Mark, Matchmaking } from "../api/matchmaking";
import type { HistoryEntry, Match, Rating, Reason } from "../api/model";
import { Store } from "../store";
import { reasonsFor } from "./reasons";

/** The most that can be written beside the stars, in characters. */
export const MAX_WORDS = 500;

export interface FeedbackState {
  /** 0 until some are chosen. */
  stars: number;
  reasons: readonly Reason[];
  words: string;
  /** What the service has, null until something was sent. */
  sent: Rating | null;
  thanked: boolean;
  favourite: boolean;
  blocked: boolean;
}

type Kept = Omit<HistoryEntry, "match" | "rateUntil" | "thanksReceived">;

const NOTHING_YET: Kept = { thanked: false, favourite: false, blocked: false };

/** What one participant makes of a call that is over. */
export class Feedback extends Store<FeedbackState> {
  readonly match: Match;
  readonly #matchmaking: Matchmaking;

  constructor(matchmaking: Matchmaking, match: Match, kept: Kept = NOTHING_YET) {
    const { rating, thanked, favourite, blocked } = kept;
    super({
      stars: rating?.stars ?? 0,
      reasons: rating?.reasons ?? [],
      words: rating?.words ?? "",
      sent: rating ?? null,
      thanked,
      favourite,
      blocked,
    });
    this.#matchmaking = matchmaking;
    this.match = match;
  }

  /** Whether there is something to send that the service doesn't have. */
  get unsent(): boolean {
    return (
      this.state.stars > 0 && JSON.stringify(this.#rating()) !== JSON.stringify(this.state.sent)
    );
  }

  /** Gives 1 to 5 stars; reasons that don't go with them are dropped. */
  giveStars(stars: number): void {
    const fitting = reasonsFor(this.match.role, stars);
    this.set({ stars, reasons: this.state.reasons.filter((reason) => fitting.includes(reason)) });
  }

  giveReasons(reasons: readonly Reason[]): void {
    this.set({ reasons });
  }

  write(words: string): void {
    this.set({ words: words.slice(0, MAX_WORDS) });
  }

  /** Sends the stars and what goes with them, for the first time or anew. */
  async send(): Promise<void> {
    const rating = this.#rating();
    await this.#matchmaking.rate(this.match.id, rating);
    this.set({ sent: rating });
  }

  async thank(): Promise<void> {
    await this.#matchmaking.thank(this.match.id);
    this.set({ thanked: true });
  }

  async mark(mark: Mark, on: boolean): Promise<void> {
    await this.#matchmaking.mark(this.match.id, mark, on);
    this.set(mark === "favourite" ? { favourite: on } : { blocked: on });
    // Nobody is kept away and preferred at once.
    if (mark === "block" && on) this.set({ favourite: false });
  }

  #rating(): Rating {
    const { stars, reasons } = this.state;
    const words = this.state.words.trim();
    return { stars, reasons: [...reasons], ...(words !== "" && { words }) };
  }
}
