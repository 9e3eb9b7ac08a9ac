// Prints what a visitor downloads before signing in, and fails when it is over the budget.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET_KIB = 250;
const BEFORE_SIGN_IN = ["index.html", "src/pages/landing.tsx"];

const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));

function closure(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return seen;
  seen.add(key);
  for (const next of chunk.imports ?? []) closure(next, seen);
  return seen;
}

const compressed = (file) => gzipSync(readFileSync(`dist/${file}`)).length / 1024;
const sum = (files) => [...new Set(files)].reduce((total, file) => total + compressed(file), 0);

const keys = new Set(BEFORE_SIGN_IN.flatMap((key) => [...closure(key)]));
const chunks = [...keys].map((key) => manifest[key]);
const script = sum(chunks.map((chunk) => chunk.file).filter((file) => file.endsWith(".js")));
const style = sum(chunks.flatMap((chunk) => chunk.css ?? []));

console.log(
  `Before sign-in: ${script.toFixed(1)} KiB of JavaScript (budget ${BUDGET_KIB}), ` +
    `${style.toFixed(1)} KiB of CSS, gzip.`,
);
if (script > BUDGET_KIB) {
  console.error("Over the budget: load something later, or take it out.");
  process.exit(1);
}
