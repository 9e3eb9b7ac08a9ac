import { expect, test } from "vitest";
import { newsWords } from "./news";

const NO_NEWS = { checkEnded: null, offerEnded: null, thanks: null };

test("there is nothing to tell when nothing happened", () => {
  expect(newsWords(NO_NEWS)).toBeNull();
});

test("a learner who was ready hears that they are asked first", () => {
  const words = newsWords({ ...NO_NEWS, checkEnded: { peer: "Grace", saidYes: true } });

  expect(words).toContain("Grace couldn’t come");
  expect(words).toContain("asked first");
});

test("an expert who accepted hears that the learner was silent, and that they stay available", () => {
  const offerEnded = { peer: "Ada", saidYes: true, reason: "expired" as const };

  expect(newsWords({ ...NO_NEWS, offerEnded })).toMatch(/Ada didn’t answer.*still available/);
});

test("an expert who was silent or declined is told nothing here", () => {
  const silent = { peer: "Ada", saidYes: false, reason: "expired" as const };
  const declined = { peer: "Ada", saidYes: false, reason: "declined" as const };

  expect(newsWords({ ...NO_NEWS, offerEnded: silent })).toBeNull();
  expect(newsWords({ ...NO_NEWS, offerEnded: declined })).toBeNull();
});

test("thanks are passed on", () => {
  const thanks = { matchId: "mch_1", from: "Ada" };

  expect(newsWords({ ...NO_NEWS, thanks })).toBe("Ada says thank you.");
});
