import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { theme } from "./theme";

const css = readFileSync(new URL("./base.css", import.meta.url), "utf8");

/** What WCAG 2 asks of small words. */
const READABLE = 4.5;

/** The variables of the first rule that begins with `selector`. */
function variables(selector: string): Map<string, string> {
  const rule = css.slice(css.indexOf(`${selector} {`)).split("}")[0] ?? "";
  return new Map(
    [...rule.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each([
  ["light", ":root", "#ffffff"],
  ["dark", ':root[data-mantine-color-scheme="dark"]', theme.colors?.dark?.[6] ?? ""],
])("a placeholder can be read on a field: %s", (_, scheme, field) => {
  const placeholder = variables("html:root[data-mantine-color-scheme]").get(
    "--mantine-color-placeholder",
  );
  const colour = variables(scheme).get(/var\((.+)\)/.exec(placeholder ?? "")?.[1] ?? "") ?? "";

  expect(contrast(colour, field)).toBeGreaterThanOrEqual(READABLE);
});
