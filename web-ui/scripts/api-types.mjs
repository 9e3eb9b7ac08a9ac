// Writes src/api/<service>.types.d.ts from the services' OpenAPI documents; with --check it only compares.
// A service whose document is not beside this folder is passed over.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const check = process.argv.includes("--check");
const header = "// Generated from openapi.yaml by `npm run types`.\n\n";

for (const service of ["identity", "matchmaking"]) {
  const target = `src/api/${service}.types.d.ts`;
  const source = new URL(`../../${service}-service/openapi.yaml`, import.meta.url);
  if (!existsSync(source)) continue;
  const types = header + astToString(await openapiTS(source));
  if (!check) {
    writeFileSync(target, types);
  } else if (!existsSync(target) || readFileSync(target, "utf8") !== types) {
    console.error(`${target} is not what openapi.yaml says: run \`npm run types\`.`);
    process.exitCode = 1;
  }
}
