import type { Gathered, IceFailure } from "../rtc/ice-probe";
import { broken, elapsed, type Finding, fine, note, skipped } from "./finding";

/** The transport to a STUN or TURN server. */
export type Way = "UDP" | "TCP" | "TLS";

/** Where an ICE server is (RFC 7064, RFC 7065). */
export interface IceUrl {
  text: string;
  /** Whether it is a TURN server. */
  relays: boolean;
  way: Way;
  host: string;
  port: number;
}

const FORM =
  /^(stuns?|turns?):(\[[0-9a-f:]+\]|[^:?[\]\s]+)(?::(\d{1,5}))?(?:\?transport=(udp|tcp))?$/i;
const PRIVATE =
  /^(10\.|127\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd]|fe80:|::1$)/i;
const WAYS: readonly Way[] = ["UDP", "TCP", "TLS"];

/** Reads an address; null when it is none. */
export function readIceUrl(text: string): IceUrl | null {
  const [, scheme, host, port, transport] = FORM.exec(text) ?? [];
  if (scheme === undefined || host === undefined) return null;
  const secured = scheme.toLowerCase().endsWith("s");
  const way = secured ? "TLS" : transport?.toLowerCase() === "tcp" ? "TCP" : "UDP";
  return {
    text,
    relays: scheme.toLowerCase().startsWith("turn"),
    way,
    host,
    port: port === undefined ? (secured ? 5349 : 3478) : Number(port),
  };
}

/** What came of trying one address alone. */
export function judgeServer(url: IceUrl, gathered: Gathered): Finding {
  const { address, failures, complete } = gathered;
  if (address !== null) return url.relays ? judgeRelayed(address) : fine(`Sees you as ${address}.`);
  const failure = failures[0];
  if (failure !== undefined) return broken(failureWords(url, failure));
  if (!complete) return broken(unreachable(url));
  if (url.relays) return broken(`It gave no relay, and no reason. ${unreachable(url)}`);
  return note("It gave no address: that is so where nothing between here and it translates any.");
}

function judgeRelayed(address: string): Finding {
  if (!PRIVATE.test(address)) return fine(`Relays at ${address}.`);
  return note(
    `Relays at ${address}, a private address: right if all browsers are in that network, else set STOA_TURN_ADDRESS to <public address>/<private address>.`,
  );
}

/** What an `icecandidateerror` means. The codes are those of STUN (RFC 8489, RFC 8656), and 701 for no answer. */
export function failureWords(url: IceUrl, { code, text }: IceFailure): string {
  switch (code) {
    case 400:
      return "It does not understand the request (400): is it a TURN server?";
    case 401:
    case 441:
      return `It refuses the credentials (${code}): STOA_ICE_TURN_SECRET has to be the same for signaling-service and the TURN server, and their clocks have to agree.`;
    case 403:
      return "It forbids this (403): run it with turn/turnserver.conf.";
    case 437:
    case 438:
      return `It mixed this up with an earlier try (${code}): run the self-test again in a minute.`;
    case 442:
      return "It does not relay UDP (442): take no-udp-relay out of its configuration.";
    case 486:
      return "It has given this user as many relays as it may have (486): raise its user-quota, or wait ten minutes.";
    case 508:
      return "It has no relay left to give (508): widen STOA_TURN_RELAY_PORTS, or raise its total-quota.";
    case 701:
      return /lookup|resolve/i.test(text)
        ? `There is no DNS record for ${url.host} (701).`
        : unreachable(url);
    default:
      return `It answers ${code}${text === "" ? "" : ` (${text})`}: its log says more.`;
  }
}

function unreachable({ way, host, port }: IceUrl): string {
  const certificate = way === "TLS" ? `, and is its certificate valid and made out to ${host}` : "";
  return `It cannot be reached: does it run, is port ${port} (${way === "UDP" ? "UDP" : "TCP"}) open in every firewall${certificate}?`;
}

/** What the relays that work leave uncovered; `tried` is empty where none is set. */
export function judgeWays(tried: readonly IceUrl[], working: readonly IceUrl[]): Finding {
  if (tried.length === 0) {
    return note(
      "No TURN server is set: two people whose networks do not let each other in cannot call. Set STOA_ICE_TURN_URLS and STOA_ICE_TURN_SECRET.",
    );
  }
  if (working.length === 0) {
    return broken(
      "No relay works: two people whose networks do not let each other in cannot call. Mend those above.",
    );
  }
  const missing = WAYS.filter((way) => !working.some((url) => url.way === way));
  if (missing.length === 0) return fine("There are relays over UDP, TCP and TLS.");
  const unset = missing.filter((way) => !tried.some((url) => url.way === way));
  const todo =
    unset.length === 0 ? "Mend those above." : `Add ${unset.join(" and ")} to STOA_ICE_TURN_URLS.`;
  return note(
    `None works over ${missing.join(" and ")}: networks that let nothing else out cannot call. ${todo}`,
  );
}

/** What it means that pages are given no ICE servers at all. */
export function judgeNone(onOneMachine: boolean): Finding {
  return onOneMachine
    ? skipped(
        "None is set, and on one machine none is needed. Elsewhere set STOA_ICE_STUN_URLS, STOA_ICE_TURN_URLS and STOA_ICE_TURN_SECRET.",
      )
    : note(
        "None is set: hardly any two networks can call each other. Set STOA_ICE_STUN_URLS, STOA_ICE_TURN_URLS and STOA_ICE_TURN_SECRET.",
      );
}

/** What came of a data channel through the relay alone: its round trip in milliseconds, or null. */
export function judgeRoundTrip(milliseconds: number | null): Finding {
  if (milliseconds !== null) {
    return fine(`A word went through the relay and back in ${elapsed(milliseconds)}.`);
  }
  return broken(
    "Nothing came through the relay: are its UDP ports (STOA_TURN_RELAY_PORTS) open, may the host reach its own public address, and does the relay allow that address (allowed-peer-ip)?",
  );
}
