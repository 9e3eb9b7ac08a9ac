import type { SelfTest } from "../api/administration";
import { EventStream } from "../api/events";
import { SignedOut, type Tokens } from "../api/http";
import { Matchmaking } from "../api/matchmaking";
import type { Match, MatchmakingEvent, Ticket } from "../api/model";
import { Changes } from "./changes";
import { Sickness } from "./finding";

/** The learner of a self-test: a ticket in the sandbox, and what its events say. */
export class Encounter {
  readonly test: SelfTest;
  readonly matchmaking: Matchmaking;
  readonly #stream: EventStream;
  readonly #changes = new Changes();
  #begun = false;
  #ticket: Ticket | null = null;
  #match: Match | null = null;
  #isMatchOver = false;

  constructor(test: SelfTest) {
    this.test = test;
    const tokens = only(test.token);
    this.matchmaking = new Matchmaking(tokens);
    this.#stream = new EventStream(tokens, {
      events: (heard) => heard.forEach(({ event }) => this.#hear(event)),
      connection: () => undefined,
    });
  }

  /** Whether the call is over, as far as matchmaking has told. */
  get isMatchOver(): boolean {
    return this.#isMatchOver;
  }

  get matchId(): string {
    if (this.#match === null) throw new Sickness("There is no match.");
    return this.#match.id;
  }

  /** Opens the event stream; true once the first event has come. */
  async listen(patience: number): Promise<boolean> {
    void this.#stream.run();
    return this.#changes.until(() => this.#begun, patience);
  }

  /** True once the simulated expert has said yes or is asked: there is a ready check. */
  offered(patience: number): Promise<boolean> {
    return this.#changes.until(() => this.#ticket?.readyCheck !== undefined, patience);
  }

  async ready(): Promise<void> {
    const offerId = this.#ticket?.readyCheck?.offerId;
    if (offerId === undefined) throw new Sickness("There is no ready check.");
    await this.matchmaking.ready(this.test.ticketId, offerId);
  }

  matched(patience: number): Promise<boolean> {
    return this.#changes.until(() => this.#match !== null, patience);
  }

  /** True once matchmaking has heard from signaling that both are in the room. */
  inCall(patience: number): Promise<boolean> {
    return this.#changes.until(() => this.#match?.state === "in-call", patience);
  }

  over(patience: number): Promise<boolean> {
    return this.#changes.until(() => this.#isMatchOver, patience);
  }

  /** Leaves nothing behind. */
  async close(): Promise<void> {
    this.#stream.stop();
    if (this.#isMatchOver) return;
    const leaving =
      this.#match === null
        ? this.matchmaking.moveTicket(this.test.ticketId, "cancel")
        : this.matchmaking.leaveMatch(this.#match.id);
    // It ends by itself soon.
    await leaving.catch(() => undefined);
  }

  #hear(event: MatchmakingEvent): void {
    this.#begun = true;
    if (event.type === "standing") {
      this.#ticket = event.ticket;
      this.#match = event.match;
    } else if (event.type === "ticket") this.#ticket = event.ticket;
    else if (event.type === "match") this.#match = event.match;
    else if (event.type === "match-ended") this.#isMatchOver = true;
    this.#changes.happened();
  }
}

function only(token: string): Tokens {
  return { token: () => Promise.resolve(token), replace: () => Promise.reject(new SignedOut()) };
}
