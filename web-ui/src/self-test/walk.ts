import { beginSelfTest } from "../api/administration";
import { Problem, type Tokens } from "../api/http";
import { readAccount, readSession, searchFields } from "../api/identity";
import { type Claims, judgeClocks, judgeToken, readClaims } from "./clocks";
import type { Course, Plan } from "./course";
import { Encounter } from "./encounter";
import { broken, elapsed, fine, type Found, note, Sickness } from "./finding";
import { examineIce } from "./ice-walk";
import { examineRoom } from "./room-walk";

/** Where the self-test runs. */
export interface Site {
  origin: string;
  /** Whether it is on this very machine. */
  local: boolean;
  /** Whether browsers give camera and microphone to its pages. */
  secure: boolean;
}

interface Begun {
  encounter: Encounter;
  asked: number;
  answered: number;
}

const PATIENCE_MS = 10_000;
/** Longer, and the edge keeps events back. */
const PROMPT_MS = 2_000;

export const PLAN: readonly Plan[] = [
  { id: "sign-in", title: "Sign-in" },
  { id: "accounts", title: "Accounts" },
  { id: "ticket", title: "Matchmaking: asking" },
  { id: "clocks", title: "Clocks" },
  { id: "events", title: "Event stream" },
  { id: "match", title: "Matchmaking: a match" },
  { id: "socket", title: "Signaling over WebSocket" },
  { id: "instances", title: "Signaling across instances" },
  { id: "fallback", title: "Signaling without WebSocket" },
  { id: "call", title: "The call's beginning and end" },
  { id: "ice", title: "STUN and TURN" },
];

/** Walks through the site as a learner and an expert would, both of them in this page. */
export async function walk(
  course: Course,
  tokens: Tokens,
  site: Site,
  signal: AbortSignal,
): Promise<void> {
  course.begin(PLAN, signal);
  const claims = await course.take("sign-in", () => signIn(site));
  if (claims !== null) {
    await course.take("accounts", () => accounts(tokens));
    const begun = await course.take("ticket", () => ask(tokens));
    if (begun !== null) {
      const leave = () => void begun.encounter.close();
      signal.addEventListener("abort", leave);
      try {
        await afterAsking(course, tokens, site, { claims, begun, signal });
      } finally {
        signal.removeEventListener("abort", leave);
        await begun.encounter.close();
      }
    }
  }
  course.end();
}

async function afterAsking(
  course: Course,
  tokens: Tokens,
  site: Site,
  { claims, begun, signal }: { claims: Claims; begun: Begun; signal: AbortSignal },
): Promise<void> {
  const { encounter, asked, answered } = begun;
  const server = Date.parse(encounter.test.at);
  await course.take("clocks", () =>
    Promise.resolve({
      finding: judgeClocks({ asked, answered, server }, claims.issuedAt),
      value: true,
    }),
  );
  if ((await course.take("events", () => listen(encounter))) === null) return;
  if ((await course.take("match", () => meet(encounter))) === null) return;
  const iceServers = await examineRoom(course, { encounter, tokens, origin: site.origin, signal });
  if (iceServers !== null) await examineIce(course, iceServers, site.local);
}

async function signIn({ secure }: Site): Promise<Found<Claims>> {
  const answer = await readSession();
  if (!answer.signedIn) throw new Sickness("Your session has ended: sign in again.");
  const claims = readClaims(answer.accessToken);
  if (!secure) {
    const words =
      "Browsers give camera and microphone to https and localhost only: give the site a certificate.";
    return { finding: broken(words), value: claims };
  }
  return { finding: judgeToken(claims), value: claims };
}

async function accounts(tokens: Tokens): Promise<Found<true>> {
  const since = performance.now();
  const { displayName } = await readAccount(tokens);
  const took = performance.now() - since;
  const fields = await searchFields("", AbortSignal.timeout(PATIENCE_MS));
  if (fields.length === 0) throw new Sickness("identity-service knows no fields: start it anew.");
  const words = `identity-service knows you as ${displayName}, and answers in ${elapsed(took)}.`;
  return { finding: fine(words), value: true };
}

async function ask(tokens: Tokens): Promise<Found<Begun>> {
  const asked = Date.now();
  try {
    const test = await beginSelfTest(tokens);
    const answered = Date.now();
    const words = `A ticket is in the sandbox's queue after ${elapsed(answered - asked)}; no real expert sees it.`;
    const encounter = new Encounter(test);
    return { finding: fine(words), value: { encounter, asked, answered } };
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.type !== "/problems/sandbox-off") throw cause;
    const words =
      "The sandbox, where the self-test happens, is switched off: set STOA_SANDBOX_ENABLED=true to try what follows.";
    return { finding: note(words), value: null };
  }
}

async function listen(encounter: Encounter): Promise<Found<true>> {
  const since = performance.now();
  if (!(await encounter.listen(PATIENCE_MS))) {
    throw new Sickness(
      `No event came within ${elapsed(PATIENCE_MS)}: the edge must not buffer /api/matchmaking/v1/events (text/event-stream).`,
    );
  }
  const took = performance.now() - since;
  const words = `The first event came after ${elapsed(took)}`;
  if (took < PROMPT_MS) return { finding: fine(`${words}.`), value: true };
  const doubt = `${words}: does the edge buffer /api/matchmaking/v1/events?`;
  return { finding: note(doubt), value: true };
}

async function meet(encounter: Encounter): Promise<Found<true>> {
  const since = performance.now();
  if (!(await encounter.offered(PATIENCE_MS))) {
    throw new Sickness(
      "The simulated expert did not come: is an instance of matchmaking-service ready, and what does its log say?",
    );
  }
  const waited = performance.now() - since;
  await encounter.ready();
  const saidAt = performance.now();
  if (!(await encounter.matched(PATIENCE_MS))) {
    throw new Sickness(
      "Both said yes, and no match came: what does matchmaking-service's log say?",
    );
  }
  const took = performance.now() - saidAt;
  const words = `Offered after ${elapsed(waited)}, matched ${elapsed(took)} after the learner's yes.`;
  return { finding: fine(words), value: true };
}
