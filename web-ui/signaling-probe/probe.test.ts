import { afterEach, describe, expect, it } from "vitest";
import { FakeRoom } from "../src/signaling/fake-room";
import { LoopbackInstance } from "./loopback";
import { probe } from "./probe";

const started: LoopbackInstance[] = [];

async function start(room: FakeRoom, blocksSockets: boolean): Promise<LoopbackInstance> {
  const instance = new LoopbackInstance(room, blocksSockets);
  await instance.start();
  started.push(instance);
  return instance;
}

afterEach(async () => {
  for (const instance of started.splice(0)) await instance.kill();
});

describe("the probe", () => {
  it.each([
    ["socket", false],
    ["events", true],
  ] as const)("hears all over %s while instances die", { timeout: 90_000 }, async (way, blocks) => {
    const room = new FakeRoom();
    const [one, other] = [await start(room, blocks), await start(room, blocks)];
    const passes = await start(room, blocks);
    const talking = probe({
      urls: [one.url, other.url],
      passes: `${passes.url}/pass`,
      room: "r",
      messages: 150,
      rate: 50,
      patience: 60,
      origin: undefined,
      transport: undefined,
      verbose: false,
    });
    await expect.poll(() => room.taken.size, { timeout: 30_000 }).toBe(2);
    await one.kill();
    await expect.poll(() => room.linkOf("ann") !== null, { timeout: 30_000 }).toBe(true);
    await one.start();
    await other.kill();
    await other.start();

    const result = await talking;

    expect(result).toMatchObject({ sent: 300, received: 300, lost: 0, doubled: 0 });
    expect(result).toMatchObject({ out_of_order: 0, new_sessions: 0, reported_lost: 0 });
    expect(Object.keys(result.transports)).toEqual([way]);
    expect(result.resumes).toBeGreaterThan(0);
  });
});
