import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeService } from "./fake-service";
import { SignalingClient } from "./signaling-client";
import { Ways } from "./ways";

function join(service: FakeService, ways = new Ways()) {
  const heard: string[] = [];
  const client = new SignalingClient({
    enter: service.enterAs("ann"),
    origin: "https://stoa.example",
    openSocket: service.openSocket,
    fetch: service.fetch,
    ways,
    events: {
      welcome: () => heard.push("welcome"),
      resumed: () => heard.push("resumed"),
      message: ({ type }) => heard.push(type),
      settled: ({ id }) => heard.push(`settled ${id}`),
      lost: () => heard.push("lost"),
      iceServers: () => undefined,
      away: () => heard.push("away"),
      ended: ({ kind }) => heard.push(`ended ${kind}`),
    },
  });
  client.start();
  return { client, heard };
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a network that blocks sockets", () => {
  it.each([
    ["refused", 3],
    ["hang", 20],
  ] as const)("is crossed with events when they are %s", async (how, within) => {
    const service = new FakeService();
    service.sockets = how;
    const { client, heard } = join(service);

    await seconds(within);
    client.send({ type: "chat", id: "c1", text: "hello" });
    await seconds(1);

    expect(service.wayOf("ann")).toBe("events");
    expect(heard).toEqual(["welcome", "settled c1"]);
  });

  it("is remembered by the page", async () => {
    const service = new FakeService();
    service.sockets = "refused";
    const ways = new Ways();
    join(service, ways).client.stop();
    const first = join(service, ways).client;
    await seconds(3);
    first.stop();
    const opened = service.opened;

    join(service, ways);
    await seconds(1);

    expect(service.wayOf("ann")).toBe("events");
    expect(service.opened).toBe(opened);
  });

  it("is given another try every minute, and left for a socket without a word", async () => {
    const service = new FakeService();
    service.sockets = "hang";
    const { client, heard } = join(service);
    await seconds(20);
    const opened = service.opened;
    await seconds(130);
    expect(service.opened - opened).toBe(2);

    service.sockets = "pass";
    for (let i = 0; i < 70; i++) {
      client.send({ type: "chat", id: String(i), text: "on the way" });
      await seconds(1);
    }

    expect(service.wayOf("ann")).toBe("socket");
    expect(heard).not.toContain("away");
    expect(heard.filter((what) => what.startsWith("settled"))).toHaveLength(70);
  });

  it("is not taken for one when the service itself is away for a moment", async () => {
    const service = new FakeService();
    const { heard } = join(service);
    await seconds(1);
    service.sockets = service.events = "refused";
    service.cut("ann");
    await seconds(4);

    service.sockets = service.events = "pass";
    await seconds(20);

    expect(service.wayOf("ann")).toBe("socket");
    expect(heard.filter((what) => what !== "resumed")).toEqual(["welcome", "away"]);
  });
});

describe("events", () => {
  it("keep the session for as long as the page answers the pings", async () => {
    const service = new FakeService();
    service.sockets = "refused";
    const { heard } = join(service);
    await seconds(300);

    expect(heard).toEqual(["welcome"]);
  });

  it("that fall silent are replaced", async () => {
    const service = new FakeService();
    service.sockets = "refused";
    const { heard } = join(service);
    await seconds(3);

    service.mute("ann");
    await seconds(12);

    expect(heard).toEqual(["welcome", "away", "resumed"]);
  });

  it("say goodbye with all that was said before", async () => {
    const service = new FakeService();
    service.sockets = "refused";
    const { client } = join(service);
    await seconds(3);
    const [session] = ["s1.ann"];
    for (let i = 0; i < 100; i++) client.send({ type: "chat", text: `${i}` });

    client.leave();
    await seconds(3);

    expect(service.room.taken.get(session)).toHaveLength(101);
    expect(service.room.receivedOf(session)).toBeNull();
  });
});
