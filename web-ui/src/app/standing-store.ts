import { EventStream, type Heard } from "../api/events";
import { Problem, type Tokens } from "../api/http";
import type { Matchmaking, TicketMove } from "../api/matchmaking";
import type {
  AvailabilityRequest,
  MatchmakingEvent,
  RoomPass,
  Ticket,
  TicketChange,
  TicketRequest,
} from "../api/model";
import { Store } from "../store";
import { ServiceClock } from "./service-clock";
import { afterEvent, hasPlace, NOTHING_OPEN, type StandingState } from "./standing-rules";

/** A stream ends with its token every few minutes, and the next one is there sooner than this, in milliseconds. */
const CUT_OFF_MS = 1_500;

/** All that is open for the account, kept true by the service's events. */
export class StandingStore extends Store<StandingState> {
  readonly #tokens: Tokens;
  readonly #matchmaking: Matchmaking;
  #stream: EventStream | null = null;
  #cutOffTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #clock = new ServiceClock();
  /** The offer that somebody on this page said yes to. */
  #saidYesTo: string | null = null;
  #pass: RoomPass | undefined;

  constructor(tokens: Tokens, matchmaking: Matchmaking) {
    super(NOTHING_OPEN);
    this.#tokens = tokens;
    this.#matchmaking = matchmaking;
  }

  /** Listens until {@link stop}. */
  start(): void {
    if (this.#stream) return;
    this.#stream = new EventStream(this.#tokens, {
      events: (heard) => this.#hear(heard),
      connection: (live) => this.#connected(live),
    });
    void this.#stream.run();
    void this.refresh();
  }

  stop(): void {
    this.#stream?.stop();
    this.#stream = null;
    this.#stopCutOffTimer();
    this.set(NOTHING_OPEN);
  }

  /** Looks for news now instead of at the next retry. */
  hurry(): void {
    this.#stream?.hurry();
  }

  /** The service's time now, in milliseconds: a browser's own clock may be minutes off. */
  serverNow(): number {
    return this.#clock.now();
  }

  /** Whether somebody said yes on this very page to the meeting that comes next. */
  get saidYes(): boolean {
    return this.#saidYesTo !== null;
  }

  /** The room pass that came with the match; there only while its listeners are told of it. */
  get pass(): RoomPass | undefined {
    return this.#pass;
  }

  /** Asks what is open; an answer that the events have overtaken is dropped. */
  async refresh(): Promise<void> {
    const before = this.state;
    const standing = await this.#matchmaking.standing().catch(() => null);
    this.#clock.hear(standing?.at);
    const overtaken = this.state.known && this.state !== before;
    if (standing && !overtaken) this.#apply({ type: "standing", ...standing });
  }

  async ask(request: TicketRequest): Promise<void> {
    const created = await this.#minded(() => this.#matchmaking.createTicket(request));
    // The event of a quick match can be here before this answer.
    if (this.state.ticket?.id !== created.id) this.#apply({ type: "ticket", ticket: created });
  }

  /** Says that the learner is there for the expert who was found. */
  async ready(ticketId: string, offerId: string): Promise<void> {
    this.#saidYesTo = offerId;
    await this.#ticketAfter(() => this.#matchmaking.ready(ticketId, offerId));
  }

  /** Pauses, resumes, cancels or reopens a ticket. */
  async move(ticketId: string, move: TicketMove): Promise<void> {
    await this.#ticketAfter(() => this.#matchmaking.moveTicket(ticketId, move));
  }

  /**
   * Changes words or languages of a ticket as it was at `revision`. When it has changed in the meantime, takes over what
   * it is now and throws the problem of status 412.
   */
  async changeTicket(ticketId: string, change: TicketChange, revision: number): Promise<void> {
    try {
      await this.#ticketAfter(() => this.#matchmaking.changeTicket(ticketId, change, revision));
    } catch (error) {
      if (error instanceof Problem && error.status === 412) {
        this.#apply({ type: "ticket", ticket: await this.#matchmaking.ticket(ticketId) });
      }
      throw error;
    }
  }

  async becomeAvailable(request: AvailabilityRequest): Promise<void> {
    const availability = await this.#minded(() => this.#matchmaking.setAvailability(request));
    this.#apply({ type: "availability", availability });
  }

  async endAvailability(): Promise<void> {
    await this.#matchmaking.endAvailability();
    this.#apply({ type: "availability-ended", reason: "by-account" });
  }

  /** Takes the offer; the match begins when the learner is ready, too. One that is over is closed on this page. */
  async accept(offerId: string): Promise<void> {
    this.#saidYesTo = offerId;
    const offer = await this.#unlessOver(offerId, () => this.#matchmaking.acceptOffer(offerId));
    if (this.state.offer?.id === offer.id) this.#apply({ type: "offer", offer });
    if (offer.matchId !== undefined && !this.state.live) await this.refresh();
  }

  /** Closes an offer whose time is up, without waiting to hear of it. */
  offerRanOut(offerId: string): void {
    this.#apply({ type: "offer-ended", offerId, reason: "expired" });
  }

  /** Takes the news off the page. */
  newsRead(): void {
    this.set({ checkEnded: null, offerEnded: null, thanks: null });
  }

  /** Gives the offer back. One whose refusal was not heard stays: silence would count against the expert. */
  async decline(offerId: string): Promise<void> {
    await this.#unlessOver(offerId, () => this.#matchmaking.declineOffer(offerId));
    this.#apply({ type: "offer-ended", offerId, reason: "declined" });
  }

  /** Ends the match for both. */
  async leave(matchId: string): Promise<void> {
    const { match } = this.state;
    const isEarly = match?.id === matchId && match.state === "matched";
    this.#apply({ type: "match-ended", matchId, reason: isEarly ? "withdrawn" : "left" });
    await this.#matchmaking.leaveMatch(matchId);
  }

  /** Answers an offer. Only an answer that says so ends it: after any other failure it can be tried again. */
  async #unlessOver<T>(offerId: string, answer: () => Promise<T>): Promise<T> {
    try {
      return await answer();
    } catch (error) {
      if (saysItIsOver(error)) this.#apply({ type: "offer-ended", offerId, reason: "expired" });
      throw error;
    }
  }

  /** Carries out what changes the ticket. An answer that the events have overtaken is dropped. */
  async #ticketAfter(change: () => Promise<Ticket>): Promise<void> {
    const before = this.state.ticket;
    try {
      const ticket = await this.#minded(change);
      const overtaken = this.state.live && this.state.ticket !== before;
      if (!overtaken) this.#apply({ type: "ticket", ticket });
    } catch (error) {
      // The page shows something that is not so any more.
      if (error instanceof Problem && error.status === 409) void this.refresh();
      throw error;
    }
  }

  /** Takes note when the service answers that this account has to cool down first. */
  async #minded<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      const cooling = error instanceof Problem && error.type === "/problems/cooling-down";
      if (cooling && typeof error.members.until === "string")
        this.set({ coolingUntil: error.members.until });
      throw error;
    }
  }

  /** Told again with each attempt that fails. */
  #connected(live: boolean): void {
    if (live) this.#stopCutOffTimer();
    else this.#cutOffTimer ??= setTimeout(() => this.set({ cutOff: true }), CUT_OFF_MS);
    this.set(live ? { live, cutOff: false } : { live });
  }

  #stopCutOffTimer(): void {
    clearTimeout(this.#cutOffTimer);
    this.#cutOffTimer = undefined;
  }

  #hear(heard: Heard[]): void {
    for (const { id, event } of heard) {
      if (event.type === "standing") this.#clock.hear(event.at);
      else this.#clock.hearLate(id);
    }
    if (this.#clock.isDoubtful) void this.refresh();
    const events = heard.map(({ event }) => event);
    this.#pass = events.findLast((event) => event.type === "match")?.pass;
    this.#apply(...events);
    this.#pass = undefined;
    if (this.state.availability && events.some(showsLife)) void this.#renew();
    if (events.some(costsRest)) void this.#askForRest();
  }

  /** Events don't say until when an account cools down; the standing does. */
  async #askForRest(): Promise<void> {
    const standing = await this.#matchmaking.standing().catch(() => null);
    if (standing) this.set({ coolingUntil: standing.coolingUntil ?? null });
  }

  async #renew(): Promise<void> {
    try {
      await this.#matchmaking.renewAvailability();
    } catch (error) {
      const gone = error instanceof Problem && error.status === 404 && this.state.availability;
      if (gone) this.#apply({ type: "availability-ended", reason: "lease-expired" });
    }
  }

  /** As one change: a match is not kept waiting for what was told before it to be drawn. */
  #apply(...events: MatchmakingEvent[]): void {
    let state = this.state;
    for (const event of events) {
      if (endsMeeting(event, this.#saidYesTo)) this.#saidYesTo = null;
      state = afterEvent(state, event);
    }
    this.set(state);
  }
}

/** Whether the service has answered that an offer is over; after any other error it may not be. */
export function saysItIsOver(error: unknown): boolean {
  return error instanceof Problem && (error.status === 404 || error.status === 409);
}

/** Whether the page should show that somebody is there. One that was just opened may be gone before the first ping. */
function showsLife({ type }: MatchmakingEvent): boolean {
  return type === "ping" || type === "standing";
}

/** Whether what was said yes to in an offer will not come, or is over. */
function endsMeeting(event: MatchmakingEvent, offerId: string | null): boolean {
  if (event.type === "offer-ended") return event.reason !== "accepted";
  if (event.type === "ticket")
    return hasPlace(event.ticket) && event.ticket.readyCheck?.offerId !== offerId;
  return event.type === "match-ended";
}

/** Whether an answer was owed and did not come, so that this account has to cool down. */
function costsRest(event: MatchmakingEvent): boolean {
  if (event.type === "availability-ended")
    return (
      event.coolingUntil === undefined &&
      !["by-account", "lease-expired", "capacity-reached"].includes(event.reason)
    );
  if (event.type === "ticket")
    return event.ticket.pause?.reason === "not-ready" || event.ticket.reason === "no-show";
  return false;
}
