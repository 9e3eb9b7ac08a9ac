import { expect, test } from "vitest";
import { languageList, LANGUAGES, reasons } from "./languages";

test("languages are listed by their names", () => {
  expect(languageList(["en", "de", "el"])).toBe("English, German, and Greek");
});

test("every language to choose has a name, and none is there twice", () => {
  expect(LANGUAGES.length).toBeGreaterThan(170);
  expect(LANGUAGES.every(({ value, label }) => /^[a-z]{2}$/.test(value) && label.length > 2)).toBe(
    true,
  );
  expect(new Set(LANGUAGES.map(({ value }) => value)).size).toBe(LANGUAGES.length);
});

test("the reasons for a match are said as people say them", () => {
  expect(
    reasons(["field 0541 Mathematics", "language de", "field 0613 Programming (within 061)"]),
  ).toEqual(["Mathematics", "German", "Programming"]);
});

test("a reason that is in words already loses its codes only", () => {
  expect(reasons(["You both speak English", "Asked about 0541 Mathematics"])).toEqual([
    "You both speak English",
    "Asked about Mathematics",
  ]);
});
