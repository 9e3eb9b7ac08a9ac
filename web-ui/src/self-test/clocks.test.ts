import { expect, test } from "vitest";
import { ahead, judgeClocks, judgeToken, readClaims } from "./clocks";

const NOW = Date.parse("2026-11-21T14:05:00Z");

function token(claims: object): string {
  return `e30.${btoa(JSON.stringify(claims)).replaceAll("+", "-").replaceAll("/", "_")}.c2ln`;
}

test("reads what a token says about time and audience", () => {
  expect(readClaims(token({ iat: 100, exp: 400, aud: ["a", "stoa-api"] }))).toEqual({
    issuedAt: 100_000,
    expiresAt: 400_000,
    audience: ["a", "stoa-api"],
  });
  expect(readClaims(token({ iat: 1, exp: 2, aud: "stoa-api" }))?.audience).toEqual(["stoa-api"]);
});

test.each(["", "opaque", "a.b.c", token({ aud: "stoa-api" })])("%j is no token of ours", (text) => {
  expect(judgeToken(readClaims(text)).mark).toBe("broken");
});

test("a token has to be for the API, and should be short-lived", () => {
  const claims = { issuedAt: 0, expiresAt: 300_000, audience: ["stoa-api"] };
  expect(judgeToken(claims).mark).toBe("fine");
  expect(judgeToken({ ...claims, expiresAt: 301_000 }).mark).toBe("note");
  expect(judgeToken({ ...claims, audience: ["account"] }).words).toContain("stoa-api");
});

test("the way to the server is no difference of clocks", () => {
  expect(ahead({ asked: 1_000, server: 3_000, answered: 9_000 })).toBe(0);
  expect(ahead({ asked: 5_000, server: 3_000, answered: 9_000 })).toBe(2_000);
  expect(ahead({ asked: 1_000, server: 9_500, answered: 9_000 })).toBe(-500);
});

test.each([
  [1_500, "fine", "agree"],
  [15_000, "note", "15.0 s ahead of"],
  [-15_000, "note", "15.0 s behind"],
  [240_000, "broken", "4 min ahead of"],
  [-240_000, "broken", "NTP"],
])("a browser that is %i ms ahead is told so", (skew, mark, words) => {
  const finding = judgeClocks(
    { asked: NOW + skew, answered: NOW + skew, server: NOW },
    NOW - 5_000,
  );
  expect(finding.mark).toBe(mark);
  expect(finding.words).toContain(words);
});

test("a provider that lives in the future is found out", () => {
  const exchange = { asked: NOW, answered: NOW, server: NOW };
  expect(judgeClocks(exchange, NOW + 60_000)).toMatchObject({ mark: "broken" });
  expect(judgeClocks(exchange, NOW + 60_000).words).toContain("provider's clock is 60.0 s ahead");
});
