/**
 * Two peers talk through real instances, with the library that the pages use, while somebody else
 * stops and starts these instances. Prints one line of JSON; the exit code is 1 if a message was
 * lost, doubled or out of order.
 */
import { readArguments, USAGE } from "./arguments";
import { probe } from "./probe";

try {
  const result = await probe(readArguments(process.argv.slice(2)));
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exit(result.lost + result.doubled + result.out_of_order === 0 ? 0 : 1);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exit(2);
}
