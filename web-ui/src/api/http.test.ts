import { afterEach, expect, test, vi } from "vitest";
import { countedTokens, fakeFetch, json } from "../testing/fake-fetch";
import { exchange, Problem, send, Unreachable } from "./http";

afterEach(() => vi.unstubAllGlobals());

test("sends JSON with the token and reads the JSON of the answer", async () => {
  const requests = fakeFetch(json({ id: "tkt_1" }, 201));

  const answer = await exchange(countedTokens(), "POST", "/tickets", { field: "0541" });

  expect(answer).toEqual({ id: "tkt_1" });
  expect(requests[0]?.headers.get("authorization")).toBe("Bearer t1");
  expect(requests[0]?.headers.get("content-type")).toBe("application/json");
  expect(requests[0]?.body).toEqual({ field: "0541" });
});

test("replaces a refused token once and repeats the request", async () => {
  const requests = fakeFetch(json({}, 401), json({ ok: true }));

  const answer = await exchange(countedTokens(), "GET", "/standing");

  expect(answer).toEqual({ ok: true });
  expect(requests.map(({ headers }) => headers.get("authorization"))).toEqual([
    "Bearer t1",
    "Bearer t2",
  ]);
});

test("gives up when the second token is refused too", async () => {
  const requests = fakeFetch(json({ detail: "Sign in again." }, 401));

  await expect(exchange(countedTokens(), "GET", "/standing")).rejects.toThrow("Sign in again.");

  expect(requests).toHaveLength(2);
});

test("says what the service says", async () => {
  const type = "/problems/active-ticket-exists";
  fakeFetch(json({ type, status: 409, detail: "Cancel the open one first.", ticketId: "t" }, 409));

  const problem = await send("/tickets").catch((error: unknown) => error);

  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({
    status: 409,
    type,
    message: "Cancel the open one first.",
    members: { ticketId: "t" },
  });
});

test.each([
  [429, "That was too many requests at once. Wait a moment and try again."],
  [503, "Stoa can't do this right now. Try again in a moment."],
  [404, "This doesn't exist, or not any more."],
])("has its own words for a bare %i", async (status, words) => {
  fakeFetch(new Response("<html>", { status }));

  await expect(send("/x")).rejects.toThrow(words);
});

test("tells a service that cannot be reached from one that refuses", async () => {
  fakeFetch(new TypeError("network"));

  await expect(send("/x")).rejects.toBeInstanceOf(Unreachable);
});
