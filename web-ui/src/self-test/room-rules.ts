import { closeReasons } from "../signaling/protocol";
import type { Way } from "../signaling/ways";
import { elapsed, type Finding, fine, note } from "./finding";

/** How attempts to come into a room ended last. */
export interface Trace {
  /** Close code of the socket. */
  closed: number | null;
  /** Status of the latest answer. */
  status: number | null;
}

/** Both ways within one machine take single milliseconds, and the way to the site counts twice. */
const SLOW_MS = 400;

const REFUSED =
  "The room pass is refused: do the services' clocks agree, and does signaling-service reach STOA_PASS_JWKS_URL?";
const AWAY =
  "signaling-service is not ready: does it reach its Redis (STOA_SIGNALING_REDIS_URL) and STOA_PASS_JWKS_URL?";

/** Why nobody came into the room this way, and what to mend. */
export function noWayWords(way: Way, { closed, status }: Trace, origin: string): string {
  return way === "socket" ? noSocketWords(closed, origin) : noEventsWords(status, origin);
}

function noSocketWords(closed: number | null, origin: string): string {
  switch (closed) {
    case null:
      return "The WebSocket says nothing: does the edge pass on what /api/signaling/v1/socket answers at once?";
    case closeReasons["pass-refused"].code:
      return REFUSED;
    case closeReasons.unavailable.code:
      return AWAY;
    case closeReasons["room-ended"].code:
      return "The room was closed too early: run the self-test again.";
    default:
      return `No WebSocket comes about (${closed}): does the edge pass on the headers Upgrade and Connection, and does STOA_ALLOWED_ORIGINS name ${origin} exactly?`;
  }
}

function noEventsWords(status: number | null, origin: string): string {
  switch (status) {
    case null:
      return "/api/signaling/v1/events gives no answer: does the edge lead it to signaling-service?";
    case 200:
      return "No event came: the edge must not buffer /api/signaling/v1/events.";
    case 401:
      return REFUSED;
    case 403:
      return `The origin is not allowed: STOA_ALLOWED_ORIGINS has to name ${origin} exactly.`;
    case 503:
      return AWAY;
    default:
      return `/api/signaling/v1/events answers ${status}: does the edge lead it to signaling-service?`;
  }
}

/** How quickly words go to the other peer and back, in milliseconds. */
export function judgeTalk(milliseconds: number, where: string): Finding {
  const words = `${where}: a word goes to the other and back in ${elapsed(milliseconds)}`;
  if (milliseconds < SLOW_MS) return fine(`${words}.`);
  return note(`${words}: unless you are far away, is signaling's Redis busy or far from it?`);
}

/** What it means that all connections came to one instance. */
export function judgeOneInstance(connections: number, instance: string): Finding {
  return note(
    `All ${connections} connections came to ${instance}: with one instance that is as it has to be; with more, the balancer does not spread them.`,
  );
}
