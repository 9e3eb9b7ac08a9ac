import { describe, expect, test } from "vitest";
import type { CallState, PeerView } from "./call-state";
import { endWords, pathWords, statusWords } from "./call-words";

const GRACE: PeerView = {
  id: "p",
  name: "Grace",
  role: "expert",
  connection: "connected",
  reconnecting: false,
  path: "direct",
  camera: null,
  screen: null,
  microphoneOn: true,
  cameraOn: true,
};

function call(change: Partial<CallState>): CallState {
  const nothing = { endedBy: null, problem: null, instance: null, liveSince: null };
  return { phase: "live", peers: [GRACE], ...nothing, ...change };
}

describe("during a call", () => {
  test("nothing is said while it simply runs", () => {
    expect(statusWords(call({}), "Grace")).toBeNull();
  });

  test("the one who is expected is named", () => {
    const state = call({ phase: "waiting-for-peer", peers: [] });

    expect(statusWords(state, "Grace")?.title).toBe("Waiting for Grace…");
  });

  test("who is away on both ways is not taken for oneself", () => {
    const away = { ...GRACE, connection: "interrupted" as const, reconnecting: true };

    const words = statusWords(call({ phase: "reconnecting", peers: [away] }), "Grace");

    expect(words?.title).toBe("Reconnecting to Grace…");
  });

  test("one who was there is said to have left", () => {
    const state = call({ phase: "waiting-for-peer", peers: [], liveSince: 1 });

    expect(statusWords(state, "Grace")?.title).toBe("Grace has left");
  });

  test("one's own interruption is told from the other's", () => {
    const own = statusWords(call({ phase: "reconnecting" }), "Grace");
    const other = statusWords(call({ peers: [{ ...GRACE, connection: "interrupted" }] }), "Grace");

    expect(own?.title).toBe("Reconnecting…");
    expect(other?.title).toBe("Reconnecting to Grace…");
  });

  test("a peer that has lost only the service is said to reconnect", () => {
    const state = call({ peers: [{ ...GRACE, reconnecting: true }] });

    expect(statusWords(state, "Grace")?.title).toBe("Reconnecting…");
  });

  test("the chat is offered where voice and video find no way", () => {
    const state = call({ peers: [{ ...GRACE, connection: "failed" }] });

    expect(statusWords(state, "Grace")?.hint).toContain("chat");
  });

  test("the way of the media is put in words", () => {
    expect(pathWords("direct")).toBe("Direct, encrypted");
    expect(pathWords("relay")).toBe("Encrypted, through a relay");
  });
});

const MATCH = { peer: { displayName: "Grace" }, role: "learner" } as const;

describe("after a call", () => {
  test.each([
    ["you", "You left the call with Grace"],
    ["peer", "Grace has left"],
    ["elsewhere", "The call goes on in another window"],
    ["server", "The call is over"],
  ] as const)("ended by %s it says so", (endedBy, title) => {
    expect(endWords(call({ phase: "ended", endedBy }), MATCH, undefined).title).toBe(title);
  });

  test("a failure is explained with the problem that was met", () => {
    const state = call({ phase: "failed", problem: "The match is over." });

    expect(endWords(state, MATCH, undefined).hint).toBe("The match is over.");
  });

  test("somebody who never came is named, however the call ended", () => {
    const state = call({ phase: "ended", endedBy: "server" });

    expect(endWords(state, MATCH, "no-show").title).toBe("Grace didn't come");
  });

  test.each([
    ["you", "learner", "You left before Grace came", "Nobody sees your question"],
    ["you", "expert", "You left before Grace came", "back at its place"],
    ["server", "learner", "Grace left before you met", "your place in the queue"],
    ["server", "expert", "Grace left before you met", "took their question back"],
  ] as const)(
    "left too early by %s, the %s is told what becomes of the question",
    (endedBy, role, title, hint) => {
      const words = endWords(call({ phase: "ended", endedBy }), { ...MATCH, role }, "withdrawn");

      expect(words.title).toBe(title);
      expect(words.hint).toContain(hint);
    },
  );

  test("an end by an administrator is no word about the other one", () => {
    const state = call({ phase: "ended", endedBy: "server" });

    expect(endWords(state, MATCH, "by-administrator").hint).not.toContain("Grace");
  });
});
