import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Matchmaking } from "../api/matchmaking";
import type { Match, MatchmakingEvent } from "../api/model";
import { Store } from "../store";
import { AVAILABILITY, MATCH, NOTHING, OFFER, OFFERED, TICKET } from "../testing/examples";
import { countedTokens, json } from "../testing/fake-fetch";
import { eventually } from "../testing/eventually";
import { FakeMatchmaking } from "../testing/fake-matchmaking";
import type { ActiveCallState } from "./active-call";
import { followMatches } from "./follow";
import type { Services } from "./services";
import { StandingStore } from "./standing-store";

class FakeCall extends Store<ActiveCallState> {
  readonly begun: string[] = [];

  constructor() {
    super({ match: null, call: null, running: false, trouble: null });
  }

  prepare(): void {}

  begin(match: Match): Promise<void> {
    this.begun.push(match.id);
    this.set({ match, running: true });
    return Promise.resolve();
  }

  forget(): void {
    this.set({ match: null, running: false });
  }
}

let service: FakeMatchmaking;
let standing: StandingStore;
let activeCall: FakeCall;
let page: { visibilityState: string };
let location: { pathname: string };

beforeEach(async () => {
  service = new FakeMatchmaking();
  page = { visibilityState: "visible" };
  location = { pathname: "/" };
  vi.stubGlobal("fetch", service.fetch);
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", { location });
  vi.stubGlobal("history", {
    pushState: (_state: unknown, _unused: string, path: string) => {
      location.pathname = path;
    },
  });
  const tokens = countedTokens();
  standing = new StandingStore(tokens, new Matchmaking(tokens));
  activeCall = new FakeCall();
  followMatches({ standing, activeCall, base: "" } as unknown as Services);
  standing.start();
  await eventually(() => expect(standing.state.live).toBe(true));
});

afterEach(() => {
  standing.stop();
  vi.unstubAllGlobals();
});

/** Waits until the page has taken in all of `events`. */
async function hear(...events: MatchmakingEvent[]): Promise<void> {
  const before = standing.state.accountNews;
  service.sayTogether(...events);
  service.say({ type: "account" });
  await eventually(() => expect(standing.state.accountNews).toBe(before + 1));
}

const READY = { ...OFFERED, readyCheck: { ...OFFERED.readyCheck, ready: true } } as typeof OFFERED;
const ACCEPTED = { ...OFFER, accepted: true };

async function accept(): Promise<void> {
  await hear({ type: "offer", offer: OFFER });
  service.answers.set(`POST /offers/${OFFER.id}/accept`, () => json(ACCEPTED));
  await standing.accept(OFFER.id);
}

const matched: MatchmakingEvent[] = [
  { type: "offer-ended", offerId: OFFER.id, reason: "accepted" },
  { type: "match", match: MATCH },
];

test("the page where somebody said yes walks into the call", async () => {
  location.pathname = "/profile";
  await accept();

  await hear(...matched);

  expect(activeCall.begun).toEqual([MATCH.id]);
  expect(location.pathname).toBe(`/call/${MATCH.id}`);
});

test("a call that was taken to another window is not taken back", async () => {
  await accept();
  await hear(...matched);
  location.pathname = "/";
  activeCall.forget();

  await hear({ type: "match", match: { ...MATCH, state: "in-call" } });

  expect(activeCall.begun).toEqual([MATCH.id]);
  expect(location.pathname).toBe("/");
});

test("a call that could not be made is not begun again on the page that waits", async () => {
  location.pathname = "/help";
  await activeCall.begin(MATCH);
  activeCall.forget();

  await hear({ type: "match", match: MATCH });

  expect(activeCall.begun).toEqual([MATCH.id]);
});

test("the next match is walked into again", async () => {
  await accept();
  await hear(...matched);
  activeCall.forget();
  await hear({ type: "match-ended", matchId: MATCH.id, reason: "left" });
  await accept();

  await hear({ type: "match", match: { ...MATCH, id: "mch_2" } });

  expect(activeCall.begun).toEqual([MATCH.id, "mch_2"]);
});

test.each(["/", "/profile", "/call/mch_0"])(
  "%s opens the call of an offer that was accepted by itself",
  async (path) => {
    location.pathname = path;
    await hear({ type: "availability", availability: { ...AVAILABILITY, autoAccept: true } });
    await hear({ type: "offer", offer: ACCEPTED });

    await hear(...matched);

    expect(activeCall.begun).toEqual([MATCH.id]);
    expect(location.pathname).toBe(`/call/${MATCH.id}`);
  },
);

test("a page that was loaded again after the yes still opens the call", async () => {
  location.pathname = "/history";
  await hear({ type: "standing", ...NOTHING, ticket: READY });
  await hear({ type: "ticket", ticket: { ...TICKET, state: "matched" } });

  await hear({ type: "match", match: { ...MATCH, role: "learner" } });

  expect(activeCall.begun).toEqual([MATCH.id]);
});

test("a page out of sight opens no call that it only promised", async () => {
  page.visibilityState = "hidden";
  await hear({ type: "offer", offer: ACCEPTED });

  await hear(...matched);

  expect(activeCall.begun).toEqual([]);
});

test("a call runs where it is already", async () => {
  await hear({ type: "offer", offer: ACCEPTED });

  await hear({ type: "match", match: { ...MATCH, state: "in-call" } });

  expect(activeCall.begun).toEqual([]);
});

test("a page that was asked leaves the call to the one that answered", async () => {
  await hear({ type: "ticket", ticket: OFFERED });
  await hear({ type: "ticket", ticket: READY });

  await hear({ type: "match", match: MATCH });

  expect(activeCall.begun).toEqual([]);
});

test("a promise that came to nothing says nothing about the next match", async () => {
  await hear({ type: "standing", ...NOTHING, ticket: READY });
  await hear({ type: "ticket", ticket: TICKET });

  await hear({ type: "match", match: MATCH });

  expect(activeCall.begun).toEqual([]);
});
