import { expect, test } from "vitest";
import { judgeOneInstance, judgeTalk, noWayWords } from "./room-rules";

const ORIGIN = "https://stoa.example.org";

test.each([
  [null, "/api/signaling/v1/socket"],
  [1006, "STOA_ALLOWED_ORIGINS name https://stoa.example.org exactly"],
  [4401, "STOA_PASS_JWKS_URL"],
  [1013, "STOA_SIGNALING_REDIS_URL"],
])("a socket that ends with %s says what to mend", (closed, words) => {
  expect(noWayWords("socket", { closed, status: null }, ORIGIN)).toContain(words);
});

test.each([
  [null, "does the edge lead it"],
  [200, "must not buffer"],
  [401, "STOA_PASS_JWKS_URL"],
  [403, "STOA_ALLOWED_ORIGINS"],
  [404, "answers 404"],
  [503, "not ready"],
])("events that are answered %s say what to mend", (status, words) => {
  expect(noWayWords("events", { closed: null, status }, ORIGIN)).toContain(words);
});

test("slow words are to know, not to mend", () => {
  expect(judgeTalk(12, "Two peers").words).toBe(
    "Two peers: a word goes to the other and back in 12 ms.",
  );
  expect(judgeTalk(900, "Two peers").mark).toBe("note");
});

test("one instance is to know", () => {
  expect(judgeOneInstance(11, "sig-1")).toMatchObject({ mark: "note" });
});
