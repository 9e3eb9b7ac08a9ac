import { parseArgs } from "node:util";
import type { Way } from "../src/signaling/ways";

export interface ProbeArguments {
  /** Base addresses of instances; each new connection takes the next one. */
  urls: string[];
  /** Answers `POST {room, peer, nonce}` with `{pass}`. */
  passes: string;
  room: string;
  /** So many messages each way. */
  messages: number;
  /** Messages a second each way. */
  rate: number;
  /** How long to wait for the last ones, in seconds. */
  patience: number;
  origin: string | undefined;
  /** Undefined to let the library choose. */
  transport: Way | undefined;
  /** Says on stderr what happens. */
  verbose: boolean;
}

export const USAGE = `usage: npm run --silent signaling-probe -- --url http://127.0.0.1:9001 [--url …]
  --passes http://127.0.0.1:9000/pass  [--messages 500] [--rate 50] [--patience 60]
  [--room name] [--origin https://stoa.example] [--transport socket|events] [--verbose]`;

/** Throws with words for whoever typed it. */
export function readArguments(args: string[]): ProbeArguments {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: "string", multiple: true },
      passes: { type: "string" },
      room: { type: "string", default: `probe-${process.pid}-${Date.now()}` },
      messages: { type: "string", default: "500" },
      rate: { type: "string", default: "50" },
      patience: { type: "string", default: "60" },
      origin: { type: "string" },
      transport: { type: "string" },
      verbose: { type: "boolean", default: false },
    },
  });
  const { url: urls = [], passes, room, origin, transport, verbose } = values;
  if (urls.length === 0 || passes === undefined) throw new Error("--url and --passes are needed.");
  if (transport !== undefined && transport !== "socket" && transport !== "events") {
    throw new Error("--transport is socket or events.");
  }
  const numbers = {
    messages: positive("messages", values.messages),
    rate: positive("rate", values.rate),
    patience: positive("patience", values.patience),
  };
  return { urls, passes, room, origin, transport, verbose, ...numbers };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} is a number above 0.`);
  return value;
}
