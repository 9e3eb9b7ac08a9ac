import { expect, test } from "vitest";
import {
  failureWords,
  type IceUrl,
  judgeNone,
  judgeRoundTrip,
  judgeServer,
  judgeWays,
  readIceUrl,
} from "./ice-rules";

function url(text: string): IceUrl {
  const read = readIceUrl(text);
  if (read === null) throw new Error(text);
  return read;
}

test.each([
  ["stun:stun.example.org", false, "UDP", "stun.example.org", 3478],
  ["turn:turn.example.org:3479?transport=udp", true, "UDP", "turn.example.org", 3479],
  ["turn:10.0.0.1?transport=tcp", true, "TCP", "10.0.0.1", 3478],
  ["turns:turn.example.org?transport=tcp", true, "TLS", "turn.example.org", 5349],
  ["turns:[2001:db8::1]:443", true, "TLS", "[2001:db8::1]", 443],
])("reads %s", (text, relays, way, host, port) => {
  expect(readIceUrl(text)).toEqual({ text, relays, way, host, port });
});

test.each(["", "turn:", "https://turn.example.org", "turn:a b", "turn:a?transport=sctp"])(
  "%j is no address of an ICE server",
  (text) => expect(readIceUrl(text)).toBeNull(),
);

const TURN = url("turn:turn.example.org:3478?transport=udp");
const TLS = url("turns:turn.example.org:443");
const STUN = url("stun:stun.example.org");
const nothing = { address: null, failures: [], complete: true };

test("an address is what was wanted", () => {
  expect(judgeServer(STUN, { ...nothing, address: "203.0.113.7" })).toEqual({
    mark: "fine",
    words: "Sees you as 203.0.113.7.",
  });
  expect(judgeServer(TURN, { ...nothing, address: "203.0.113.7" }).mark).toBe("fine");
});

test.each(["10.1.2.3", "192.168.0.9", "172.20.0.1", "100.64.0.1", "fd00::1"])(
  "a relay at the private address %s is doubtful",
  (address) => {
    const finding = judgeServer(TURN, { ...nothing, address });
    expect(finding.mark).toBe("note");
    expect(finding.words).toContain("STOA_TURN_ADDRESS");
  },
);

test("an address counts more than a failure on another network", () => {
  const failures = [{ code: 701, text: "" }];
  expect(judgeServer(TURN, { address: "8.8.8.8", failures, complete: false }).mark).toBe("fine");
});

test("silence means other things for STUN and for TURN", () => {
  expect(judgeServer(STUN, nothing).mark).toBe("note");
  expect(judgeServer(TURN, nothing).mark).toBe("broken");
  expect(judgeServer(STUN, { ...nothing, complete: false }).words).toContain("3478 (UDP)");
});

test.each([
  [401, "STOA_ICE_TURN_SECRET"],
  [403, "turn/turnserver.conf"],
  [486, "user-quota"],
  [508, "STOA_TURN_RELAY_PORTS"],
  [701, "port 3478 (UDP)"],
  [500, "answers 500 (Oops)"],
])("says what %i asks for", (code, words) => {
  expect(failureWords(TURN, { code, text: "Oops" })).toContain(words);
});

test("a name without a record is another matter than a closed port", () => {
  const failure = { code: 701, text: "TURN host lookup received error." };
  expect(failureWords(TURN, failure)).toContain("no DNS record for turn.example.org");
});

test("what cannot be reached over TLS may have a bad certificate", () => {
  const words = failureWords(TLS, { code: 701, text: "" });
  expect(words).toContain("port 443 (TCP)");
  expect(words).toContain("certificate valid and made out to turn.example.org");
});

test("says which ways to a relay are missing", () => {
  const tcp = url("turn:turn.example.org?transport=tcp");
  expect(judgeWays([TURN, tcp, TLS], [TURN, tcp, TLS]).mark).toBe("fine");
  expect(judgeWays([TURN], [TURN]).words).toContain("None works over TCP and TLS");
  expect(judgeWays([TURN], [TURN]).words).toContain("Add TCP and TLS to STOA_ICE_TURN_URLS");
  expect(judgeWays([TURN, tcp, TLS], [TURN, tcp]).words).toContain("over TLS");
  expect(judgeWays([TURN, tcp, TLS], [TURN, tcp]).words).toContain("Mend those above");
  expect(judgeWays([TURN], []).mark).toBe("broken");
  expect(judgeWays([], [])).toMatchObject({ mark: "note" });
});

test("no server at all is a choice, and on one machine a right one", () => {
  expect(judgeNone(true).mark).toBe("skipped");
  expect(judgeNone(false).mark).toBe("note");
});

test("a relay has to carry something", () => {
  expect(judgeRoundTrip(3.21)).toEqual({
    mark: "fine",
    words: "A word went through the relay and back in 3.2 ms.",
  });
  expect(judgeRoundTrip(null).words).toContain("STOA_TURN_RELAY_PORTS");
});
