import { setTimeout as pause } from "node:timers/promises";
import type { ProbeArguments } from "./arguments";
import { type ProbeCounts, ProbePeer } from "./probe-peer";
import { Tally } from "./tally";

/** What is printed; all counts are of both directions together. */
export interface ProbeResult {
  sent: number;
  received: number;
  /** Sent and never heard. */
  lost: number;
  doubled: number;
  out_of_order: number;
  resumes: number;
  new_sessions: number;
  /** How often each way led to the service. */
  transports: ProbeCounts["transports"];
  /** What the library itself has said may be lost. */
  reported_lost: number;
  /** The longest time from sending to hearing, in milliseconds. */
  longest_ms: number;
}

const LOOK_EVERY_MS = 50;
/** What comes twice may come late. */
const LINGER_MS = 2_000;

async function until(condition: () => boolean, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (!condition() && performance.now() < end) await pause(LOOK_EVERY_MS);
  return condition();
}

/** Lets two peers talk until all is heard; throws if they never meet. */
export async function probe(args: ProbeArguments): Promise<ProbeResult> {
  const counts: ProbeCounts = { resumes: 0, newSessions: 0, transports: {} };
  const [there, back] = [new Tally(), new Tally()];
  const ann = new ProbePeer({ name: "ann", turn: 0, args, sends: there, hears: back, counts });
  const ben = new ProbePeer({ name: "ben", turn: 1, args, sends: back, hears: there, counts });
  const met = await until(() => ann.knowsOther && ben.knowsOther, args.patience);
  if (!met) throw new Error("The peers have not met.");

  const isSaid = () => there.sent >= args.messages && back.sent >= args.messages;
  const speaking = setInterval(() => {
    if (there.sent < args.messages) ann.speak();
    if (back.sent < args.messages) ben.speak();
  }, 1000 / args.rate);
  await until(isSaid, args.messages / args.rate + args.patience);
  clearInterval(speaking);
  await until(() => there.isComplete && back.isComplete, args.patience);
  await pause(LINGER_MS);
  for (const peer of [ann, ben]) peer.leave();
  await pause(LOOK_EVERY_MS);

  return {
    sent: there.sent + back.sent,
    received: there.received + back.received,
    lost: there.lost + back.lost,
    doubled: there.doubled + back.doubled,
    out_of_order: there.outOfOrder + back.outOfOrder,
    resumes: counts.resumes,
    new_sessions: counts.newSessions,
    transports: counts.transports,
    reported_lost: there.reportedLost + back.reportedLost,
    longest_ms: Math.max(there.longestMs, back.longestMs),
  };
}
