import { EventStream } from "../api/events";
import { Problem, type Tokens } from "../api/http";
import type { Match, Matchmaking, MatchmakingEvent } from "../api/matchmaking";
import { Store } from "../store";
import { afterEvent, NOTHING_OPEN, type StandingState } from "./standing-rules";

/** All that is open for the account, kept true by the service's events. */
export class StandingStore extends Store<StandingState> {
  readonly #tokens: Tokens;
  readonly #matchmaking: Matchmaking;
  #stream: EventStream | null = null;
  #clockOffset = -Infinity;

  constructor(tokens: Tokens, matchmaking: Matchmaking) {
    super(NOTHING_OPEN);
    this.#tokens = tokens;
    this.#matchmaking = matchmaking;
  }

  /** Listens until {@link stop}. */
  start(): void {
    if (this.#stream) return;
    this.#stream = new EventStream(this.#tokens, {
      event: (event, id) => this.#hear(event, id),
      connection: (live) => this.set({ live }),
    });
    void this.#stream.run();
    void this.refresh();
  }

  stop(): void {
    this.#stream?.stop();
    this.#stream = null;
    this.set(NOTHING_OPEN);
  }

  /** Looks for news now instead of at the next retry. */
  hurry(): void {
    this.#stream?.hurry();
  }

  /** The service's time now, in milliseconds: a browser's own clock may be minutes off. */
  serverNow(): number {
    return Date.now() + (Number.isFinite(this.#clockOffset) ? this.#clockOffset : 0);
  }

  /** Asks what is open; an answer that the events have overtaken is dropped. */
  async refresh(): Promise<void> {
    const before = this.state;
    const standing = await this.#matchmaking.standing().catch(() => null);
    const overtaken = this.state.known && this.state !== before;
    if (standing && !overtaken) this.#apply({ type: "standing", ...standing });
  }

  async ask(ticket: { field: string; languages: string[]; problem: string }): Promise<void> {
    const created = await this.#matchmaking.createTicket(ticket);
    // The event of a quick match can be here before this answer.
    if (this.state.ticket?.id !== created.id) this.#apply({ type: "ticket", ticket: created });
  }

  async cancelTicket(id: string): Promise<void> {
    this.#apply({ type: "ticket", ticket: await this.#matchmaking.cancelTicket(id) });
  }

  async becomeAvailable(fields: string[]): Promise<void> {
    const availability = await this.#matchmaking.setAvailability(fields);
    this.#apply({ type: "availability", availability });
  }

  async endAvailability(): Promise<void> {
    await this.#matchmaking.endAvailability();
    this.#apply({ type: "availability-ended", reason: "by-account" });
  }

  /** Takes the offer. It is closed on this page whatever the answer. */
  async accept(offerId: string): Promise<Match> {
    try {
      const match = await this.#matchmaking.acceptOffer(offerId);
      this.#apply({ type: "match", match });
      return match;
    } catch (error) {
      if (error instanceof Problem)
        this.#apply({ type: "offer-ended", offerId, reason: "expired" });
      throw error;
    }
  }

  /** Closes an offer whose time is up, without waiting to hear of it. */
  offerRanOut(offerId: string): void {
    this.#apply({ type: "offer-ended", offerId, reason: "expired" });
  }

  async decline(offerId: string): Promise<void> {
    this.#apply({ type: "offer-ended", offerId, reason: "declined" });
    await this.#matchmaking.declineOffer(offerId);
  }

  /** Ends the match for both. */
  async leave(matchId: string): Promise<void> {
    this.#apply({ type: "match-ended", matchId, reason: "left" });
    await this.#matchmaking.leaveMatch(matchId);
  }

  #hear(event: MatchmakingEvent, id: string | null): void {
    this.#watchClock(id);
    this.#apply(event);
    if (event.type === "ping" && this.state.availability) void this.#renew();
  }

  /** An event's id begins with the service's time. What comes late can only make the offset too small. */
  #watchClock(id: string | null): void {
    const time = Number(id?.split("-")[0] ?? NaN);
    if (time > 0) this.#clockOffset = Math.max(this.#clockOffset, time - Date.now());
  }

  async #renew(): Promise<void> {
    try {
      await this.#matchmaking.renewAvailability();
    } catch (error) {
      const gone = error instanceof Problem && error.status === 404 && this.state.availability;
      if (gone) this.#apply({ type: "availability-ended", reason: "lease-expired" });
    }
  }

  #apply(event: MatchmakingEvent): void {
    this.set(afterEvent(this.state, event));
  }
}
