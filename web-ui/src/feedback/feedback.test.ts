import { afterEach, expect, test, vi } from "vitest";
import { Matchmaking } from "../api/matchmaking";
import type { Match } from "../api/model";
import { MATCH } from "../testing/examples";
import { countedTokens, fakeFetch } from "../testing/fake-fetch";
import { Feedback } from "./feedback";

const AS_LEARNER: Match = { ...MATCH, role: "learner", peer: { displayName: "Grace" } };
const DONE = new Response(null, { status: 204 });

function feedback(): Feedback {
  return new Feedback(new Matchmaking(countedTokens()), AS_LEARNER);
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test("sends stars, reasons and words", async () => {
  const requests = fakeFetch(DONE);
  const mine = feedback();
  mine.giveStars(5);
  mine.giveReasons(["clear", "patient"]);
  mine.write("  Thank you!  ");

  await mine.send();

  expect(requests[0]).toMatchObject({
    method: "PUT",
    path: `/api/matchmaking/v1/matches/${MATCH.id}/rating`,
    body: { stars: 5, reasons: ["clear", "patient"], words: "Thank you!" },
  });
  expect(mine.unsent).toBe(false);
});

test("words are optional and left out when there are none", async () => {
  const requests = fakeFetch(DONE);
  const mine = feedback();
  mine.giveStars(4);

  await mine.send();

  expect(requests[0]?.body).toEqual({ stars: 4, reasons: [] });
});

test("there is nothing to send before a star is chosen, and again once something is changed", async () => {
  fakeFetch(DONE);
  const mine = feedback();
  expect(mine.unsent).toBe(false);

  mine.giveStars(4);
  expect(mine.unsent).toBe(true);
  await mine.send();
  mine.giveStars(5);

  expect(mine.unsent).toBe(true);
});

test("praise does not stay when the stars say the opposite", () => {
  const mine = feedback();
  mine.giveStars(5);
  mine.giveReasons(["clear", "technical-trouble"]);

  mine.giveStars(1);

  expect(mine.state.reasons).toEqual(["technical-trouble"]);
});

test("who is blocked is no favourite any more", async () => {
  const requests = fakeFetch(DONE);
  const mine = feedback();

  await mine.mark("favourite", true);
  expect(mine.state.favourite).toBe(true);
  await mine.mark("block", true);

  expect(mine.state).toMatchObject({ favourite: false, blocked: true });
  expect(requests.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`)).toEqual([
    "PUT favourite",
    "PUT block",
  ]);
});

test("a mark that the service refuses is not shown as set", async () => {
  fakeFetch(new Response(JSON.stringify({ detail: "Too late." }), { status: 409 }));
  const mine = feedback();

  await expect(mine.mark("favourite", true)).rejects.toThrow("Too late.");

  expect(mine.state.favourite).toBe(false);
});
