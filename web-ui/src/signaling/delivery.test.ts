import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeService } from "./fake-service";
import type { ErrorCode } from "./protocol";
import { SignalingClient } from "./signaling-client";
import { Ways } from "./ways";

type Name = "ann" | "ben";

/** What may happen next. */
type Step =
  | { do: "send"; who: Name; count: number }
  | { do: "cut" | "mute" | "restart" | "renew" | "forget"; who: Name }
  | { do: "refuse"; code: ErrorCode; ms: number }
  | { do: "close the door"; how: "refused" | "hang"; ms: number }
  | { do: "block sockets"; how: "refused" | "hang" | "pass" }
  | { do: "lose posts"; rate: number }
  | { do: "wait"; ms: number };

const who = fc.constantFrom<Name>("ann", "ben");
const code = fc.constantFrom<ErrorCode>("unavailable", "rate-limited");
const how = fc.constantFrom("refused", "hang");
const send = fc.record({ do: fc.constant("send"), who, count: fc.integer({ min: 1, max: 40 }) });
const breakage = fc.record({ do: fc.constantFrom("cut", "mute", "restart", "renew"), who });
const refuse = fc.record({
  do: fc.constant("refuse"),
  code,
  ms: fc.integer({ min: 50, max: 3_000 }),
});
const door = fc.record({
  do: fc.constant("close the door"),
  how,
  ms: fc.integer({ min: 100, max: 20_000 }),
});
const block = fc.record({
  do: fc.constant("block sockets"),
  how: fc.constantFrom("refused", "hang", "pass"),
});
const losePosts = fc.record({ do: fc.constant("lose posts"), rate: fc.constantFrom(0, 0.1, 0.5) });
const wait = fc.record({ do: fc.constant("wait"), ms: fc.integer({ min: 1, max: 4_000 }) });
const steps = (...more: fc.Arbitrary<object>[]) =>
  fc.array(fc.oneof(send, send, wait, breakage, refuse, door, ...more), {
    minLength: 1,
    maxLength: 40,
  }) as fc.Arbitrary<Step[]>;
const seed = fc.integer();

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Ann and Ben in one room, with a record of all that they said and heard. */
class Scene {
  readonly service = new FakeService();
  readonly said: Record<Name, string[]> = { ann: [], ben: [] };
  readonly heard: Record<Name, string[]> = { ann: [], ben: [] };
  readonly settled: Record<Name, string[]> = { ann: [], ben: [] };
  readonly lost: Record<Name, string[]> = { ann: [], ben: [] };
  readonly log: string[] = [];
  readonly clients: Record<Name, SignalingClient>;
  #count = 0;

  constructor(random: () => number) {
    vi.spyOn(Math, "random").mockImplementation(random);
    this.service.latency = () => 1 + random() * 80;
    this.clients = { ann: this.#join("ann"), ben: this.#join("ben") };
  }

  async act(step: Step): Promise<void> {
    const { service } = this;
    switch (step.do) {
      case "send":
        for (let i = 0; i < step.count; i++) this.#say(step.who);
        break;
      case "cut":
      case "mute":
      case "restart":
        service[step.do](step.who);
        break;
      case "renew":
        this.clients[step.who].renew();
        break;
      case "forget":
        service.room.forget(step.who);
        break;
      case "refuse":
        service.room.refusing = step.code;
        await vi.advanceTimersByTimeAsync(step.ms);
        service.room.refusing = null;
        break;
      case "close the door": {
        const before = service.sockets;
        service.sockets = service.events = step.how;
        await vi.advanceTimersByTimeAsync(step.ms);
        service.sockets = before;
        service.events = "pass";
        break;
      }
      case "block sockets":
        service.sockets = step.how;
        break;
      case "lose posts":
        service.postLoss = step.rate;
        break;
      case "wait":
        await vi.advanceTimersByTimeAsync(step.ms);
        break;
    }
  }

  async settle(): Promise<void> {
    this.service.postLoss = 0;
    await vi.advanceTimersByTimeAsync(120_000);
    for (const client of Object.values(this.clients)) client.stop();
  }

  #say(name: Name): void {
    const text = `${name} ${++this.#count}`;
    if (this.clients[name].send({ type: "chat", id: text, text })) this.said[name].push(text);
  }

  #join(name: Name): SignalingClient {
    const log = (what: string) => this.log.push(`${name} ${what}`);
    const client = new SignalingClient({
      enter: this.service.enterAs(name),
      origin: "https://stoa.example",
      openSocket: this.service.openSocket,
      fetch: this.service.fetch,
      ways: new Ways(),
      events: {
        welcome: () => log("welcome"),
        resumed: () => log("resumed"),
        message: (message) => {
          if (message.type === "chat") this.heard[name].push(message.text);
        },
        settled: (message) => this.settled[name].push(message.id ?? ""),
        lost: (messages) => this.lost[name].push(...messages.map(({ id }) => id ?? "")),
        iceServers: () => undefined,
        away: () => log("away"),
        ended: ({ kind }) => log(`ended ${kind}`),
      },
    });
    client.start();
    return client;
  }
}

async function play(steps: Step[], seed: number): Promise<Scene> {
  const scene = new Scene(randomFrom(seed));
  await vi.advanceTimersByTimeAsync(1_000);
  for (const step of steps) await scene.act(step);
  await scene.settle();
  return scene;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("whatever happens to the connections", () => {
  it("everything that was said is heard once, and in order", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(steps(), seed, async (steps, seed) => {
        const { said, heard, settled, lost, log } = await play(steps, seed);

        expect(heard).toEqual({ ann: said.ben, ben: said.ann });
        expect(settled).toEqual(said);
        expect(lost).toEqual({ ann: [], ben: [] });
        expect(log.filter((line) => line.endsWith("welcome"))).toHaveLength(2);
      }),
      { numRuns: 150 },
    );
  });

  it("the same holds while it changes over between sockets and events", async () => {
    await fc.assert(
      fc.asyncProperty(steps(block, block, losePosts), seed, async (steps, seed) => {
        const scene = await play([{ do: "block sockets", how: "refused" }, ...steps], seed);
        const { said, heard, settled, lost } = scene;

        expect(heard).toEqual({ ann: said.ben, ben: said.ann });
        expect(settled).toEqual(said);
        expect(lost).toEqual({ ann: [], ben: [] });
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it("what a lost session has not settled is reported", { timeout: 60_000 }, async () => {
    const forget = fc.record({ do: fc.constant("forget"), who: fc.constant("ann") });
    await fc.assert(
      fc.asyncProperty(steps(forget, forget), seed, async (steps, seed) => {
        const { said, heard, settled, lost } = await play(steps, seed);

        const order = heard.ben.map((text) => said.ann.indexOf(text));
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
        expect([...settled.ann, ...lost.ann].sort()).toEqual([...said.ann].sort());
        expect(heard.ben).toEqual(expect.arrayContaining(settled.ann));
      }),
      { numRuns: 100 },
    );
  });
});
