import { expect, test } from "vitest";
import { recentFields, rememberField } from "./recent-fields";

function shelf(stored: Record<string, string> = {}) {
  return () => ({
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, value: string) => {
      stored[key] = value;
    },
  });
}

const field = (code: string) => ({ code, name: `Field ${code}` });

test("the newest field comes first, each once, and only a few are kept", () => {
  const kept = shelf();
  for (const code of ["1", "2", "3", "2", "4", "5"]) rememberField(kept, field(code));

  expect(recentFields(kept).map(({ code }) => code)).toEqual(["5", "4", "2", "3"]);
});

test("what is no list of fields is none", () => {
  expect(recentFields(shelf({ "stoa.fields": "{" }))).toEqual([]);
  expect(recentFields(shelf({ "stoa.fields": '[1,{"code":"2"},null]' }))).toEqual([]);
});

test("where nothing may be stored nothing is recent", () => {
  const forbidden = () => {
    throw new DOMException("denied", "SecurityError");
  };
  rememberField(forbidden, field("1"));

  expect(recentFields(forbidden)).toEqual([]);
});
