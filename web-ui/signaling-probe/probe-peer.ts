import type { RoomMessage } from "../src/signaling/options";
import type { ClientMessage } from "../src/signaling/protocol";
import { SignalingClient } from "../src/signaling/signaling-client";
import type { ProbeArguments } from "./arguments";
import { CountedWays, enterAs, ProbeNetwork } from "./network";
import type { Tally } from "./tally";

interface ProbePeerOptions {
  name: string;
  /** Which instance comes first. */
  turn: number;
  args: ProbeArguments;
  /** What this one sends, and what it hears from the other. */
  sends: Tally;
  hears: Tally;
  counts: ProbeCounts;
}

export interface ProbeCounts {
  resumes: number;
  newSessions: number;
  transports: { socket?: number; events?: number };
}

/** One end of the probe: says numbers in chats and descriptions by turns. */
export class ProbePeer {
  readonly #options: ProbePeerOptions;
  readonly #client: SignalingClient;
  #other: string | null = null;
  #welcomes = 0;
  #said = 0;

  constructor(options: ProbePeerOptions) {
    this.#options = options;
    const { name, turn, args, sends, counts } = options;
    const network = new ProbeNetwork(args, turn, (what) => this.#log(what));
    this.#client = new SignalingClient({
      enter: enterAs(name, args),
      origin: args.urls[0] ?? "",
      openSocket: network.openSocket,
      fetch: network.fetch,
      patient: () => true,
      ways: new CountedWays(counts.transports, args.transport),
      events: {
        welcome: ({ peers, instance }) => {
          this.#log(`welcome by ${instance}`);
          this.#other = peers[0]?.peer ?? this.#other;
          if (++this.#welcomes > 1) counts.newSessions++;
        },
        resumed: ({ instance, received }) => {
          this.#log(`resumed by ${instance}, which has ${received}`);
          counts.resumes++;
        },
        message: (message) => this.#hear(message),
        settled: () => undefined,
        lost: (messages) => {
          this.#log(`lost ${messages.length}`);
          for (const message of messages) sends.reportLost(numberOf(message));
        },
        iceServers: () => undefined,
        away: () => this.#log("away"),
        ended: (end) => this.#log(`ended: ${JSON.stringify(end)}`),
      },
    });
    this.#client.start();
  }

  get knowsOther(): boolean {
    return this.#other !== null;
  }

  /** Says the next number; not if too much is waiting already. */
  speak(): void {
    const n = this.#said + 1;
    const to = this.#other ?? "";
    const description = { type: "offer" as const, sdp: `v=0\r\ns=${n}\r\n` };
    const message: ClientMessage =
      n % 2 === 0
        ? { type: "chat", id: String(n), text: String(n) }
        : { type: "description", id: String(n), to, description };
    if (!this.#client.send(message)) return;
    this.#said = n;
    this.#options.sends.send(n);
  }

  leave(): void {
    this.#client.leave();
  }

  #hear(message: RoomMessage): void {
    const { sends, hears } = this.#options;
    switch (message.type) {
      case "chat":
      case "description":
        hears.hear(numberOf(message));
        break;
      case "peer-joined":
        this.#other = message.peer.peer;
        break;
      case "error":
        this.#log(`${message.code} for ${message.ref}: ${message.message}`);
        sends.reportLost(Number(message.ref));
        break;
      case "peer-left":
      case "peer-reconnecting":
      case "peer-resumed":
      case "candidate":
        this.#log(message.type);
        break;
    }
  }

  #log(what: string): void {
    const { name, args } = this.#options;
    if (args.verbose) process.stderr.write(`${new Date().toISOString()} ${name} ${what}\n`);
  }
}

/** The number that a message of the probe carries. */
function numberOf(message: RoomMessage | ClientMessage): number {
  if (message.type === "chat") return Number(message.text);
  if (message.type !== "description") return Number.NaN;
  return Number(/s=(\d+)/.exec(message.description.sdp ?? "")?.[1]);
}
