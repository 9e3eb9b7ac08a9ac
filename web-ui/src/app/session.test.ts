import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Problem, SignedOut } from "../api/http";
import { fakeFetch, json } from "../testing/fake-fetch";
import { Session } from "./session";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const account = {
  id: "a",
  displayName: "Ada",
  languages: ["en"],
  fields: [],
  administrator: false,
};

function signedIn(accessToken: string, seconds: number) {
  const expiresAt = new Date(seconds * 1000).toISOString();
  return json({ signedIn: true, account, accessToken, expiresAt });
}

test("knows who is signed in", async () => {
  const requests = fakeFetch(signedIn("t1", 300));
  const session = new Session();

  await session.start();

  expect(session.state).toEqual({ phase: "signed-in", account });
  expect(requests[0]?.headers.get("stoa-request")).toBe("web");
});

test("keeps a token until shortly before it ends", async () => {
  const requests = fakeFetch(signedIn("t1", 300), signedIn("t2", 600));
  const session = new Session();
  await session.start();

  vi.setSystemTime(270_000);
  expect(await session.token()).toBe("t1");
  vi.setSystemTime(290_000);
  expect(await session.token()).toBe("t2");

  expect(requests).toHaveLength(2);
});

test("asks once for a new token, however many requests need it", async () => {
  const requests = fakeFetch(signedIn("t1", 10), signedIn("t2", 600));
  const session = new Session();
  await session.start();

  const tokens = await Promise.all([session.token(), session.token(), session.replace("t1")]);

  expect(tokens).toEqual(["t2", "t2", "t2"]);
  expect(requests).toHaveLength(2);
});

test("does not replace a token that was replaced already", async () => {
  const requests = fakeFetch(signedIn("t2", 300));
  const session = new Session();
  await session.start();

  expect(await session.replace("t1")).toBe("t2");

  expect(requests).toHaveLength(1);
});

test("tells a session that ended from one that never was", async () => {
  fakeFetch(json({ signedIn: false }));
  const stranger = new Session();
  await stranger.start();
  fakeFetch(signedIn("t1", 10), json({ signedIn: false }));
  const member = new Session();
  await member.start();

  await expect(member.token()).rejects.toBeInstanceOf(SignedOut);

  expect(stranger.state.phase).toBe("signed-out");
  expect(member.state.phase).toBe("expired");
});

test("says when it cannot find out, and finds out later", async () => {
  fakeFetch(new TypeError("away"), signedIn("t1", 300));
  const session = new Session();

  await session.start();
  expect(session.state.phase).toBe("unreachable");
  await session.start();

  expect(session.state.phase).toBe("signed-in");
});

test("keeps the session while it asks too often", async () => {
  const refusal = json({ type: "/problems/quota-exceeded" }, 429);
  fakeFetch(signedIn("t1", 10), refusal, signedIn("t2", 600));
  const session = new Session();
  await session.start();

  await expect(session.token()).rejects.toBeInstanceOf(Problem);
  expect(session.state.phase).toBe("signed-in");

  expect(await session.token()).toBe("t2");
});

test("tells somebody who was banned why", async () => {
  const detail = "This account has been banned: Selling homework";
  fakeFetch(signedIn("t1", 300), json({ signedIn: false, reason: "account-banned", detail }));
  const session = new Session();
  await session.start();

  await session.renew();

  expect(session.state).toEqual({ phase: "banned", account: null, words: detail });
  await expect(session.token()).rejects.toThrow(SignedOut);
});

test("remembers that the account was deleted, which is said once", async () => {
  const deleted = json({ signedIn: false, reason: "account-deleted" });
  fakeFetch(signedIn("t1", 300), deleted, json({ signedIn: false }));
  const session = new Session();
  await session.start();

  await session.renew();
  await session.renew();

  expect(session.state).toEqual({ phase: "deleted", account: null });
});

test("keeps what it knows of the account when it can't ask again", async () => {
  fakeFetch(signedIn("t1", 300), new TypeError("offline"));
  const session = new Session();
  await session.start();

  await session.renew();

  expect(session.state).toMatchObject({ phase: "signed-in", account });
});
