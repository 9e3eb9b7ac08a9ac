#!/usr/bin/env node
// Writes LICENSES.md: what Stoa ships with and under which licence. Fails on a licence that nobody has looked at.
//   ./mvnw org.cyclonedx:cyclonedx-maven-plugin:2.9.3:makeAggregateBom -DincludeTestScope=false -DoutputFormat=json
//   node deploy/licences.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** Go with Apache-2.0 in what is shipped as a whole; of several offered ones, one of these is enough. */
const FITTING = new Set([
  "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "EPL-1.0", "EPL-2.0", "ISC", "MIT", "MIT-0",
  "OFL-1.1", "Public Domain", "Unlicense",
]);

const maven = read("target/bom.json")
  .components.filter((part) => part.group !== "dev.stoa")
  .map((part) => ({
    name: `${part.group}:${part.name}`,
    version: part.version,
    licences: (part.licenses ?? []).map((each) => each.expression ?? each.license.id ?? each.license.name),
  }));
const npm = Object.entries(read("web-ui/package-lock.json").packages)
  .filter(([path, part]) => path !== "" && !part.dev && !part.devOptional)
  .map(([path, part]) => ({
    name: path.replace(/^.*node_modules\//, ""),
    version: part.version,
    licences: (part.license ?? "none").replace(/[()]/g, "").split(/ (?:OR|AND) /),
  }));

const unfit = [...maven, ...npm].filter((part) => !part.licences.some((licence) => FITTING.has(licence)));
if (unfit.length > 0) {
  console.error("Nobody has looked at the licence of:", unfit);
  process.exit(1);
}

const table = (parts) => {
  const rows = [...new Map(parts.map((part) => [part.name, part])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return ["| part | version | licence |", "| --- | --- | --- |",
    ...rows.map((part) => `| ${part.name} | ${part.version} | ${part.licences.join(" or ")} |`)].join("\n");
};
writeFileSync(join(root, "LICENSES.md"), `# What Stoa ships with

Stoa itself is under the Apache License 2.0. Written by \`deploy/licences.mjs\`, which fails on a licence that nobody has looked at.
What only builds and tests use is not in here.

## Services and local stack (Maven)

${table(maven)}

AmazonCorrettoCryptoProvider holds AWS-LC (Apache-2.0 or ISC), parts of which are OpenSSL's: this product includes software developed by the
OpenSSL Project for use in the OpenSSL Toolkit (http://www.openssl.org/), and cryptographic software written by Eric Young (eay@cryptsoft.com).

## Pages (npm)

${table(npm)}
`);
