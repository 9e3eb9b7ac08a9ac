import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeService } from "./fake-service";
import { SignalingClient } from "./signaling-client";
import { Ways } from "./ways";

/** Ann, whose page is closed, and Bob, who sees it; `blocked` is her network for sockets. */
async function meet(blocked: boolean) {
  const service = new FakeService();
  const ann = join(service, "ann", blocked);
  await seconds(3);
  const bob = join(service, "bob", false);
  await seconds(3);
  bob.heard.length = 0;
  ann.heard.length = 0;
  return { service, ann, bob };
}

function join(service: FakeService, name: string, blocked: boolean) {
  const heard: string[] = [];
  const requests: RequestInit[] = [];
  const client = new SignalingClient({
    enter: service.enterAs(name),
    origin: "https://stoa.example",
    openSocket: (url, protocols) => {
      if (blocked) throw new DOMException("blocked", "SecurityError");
      return service.openSocket(url, protocols);
    },
    fetch: (url, init) => {
      requests.push(init);
      return service.fetch(url, init);
    },
    ways: new Ways(),
    events: {
      welcome: () => heard.push("welcome"),
      resumed: () => heard.push("resumed"),
      message: (message) =>
        heard.push(message.type === "peer-left" ? `left: ${message.reason}` : message.type),
      settled: ({ id }) => heard.push(`settled ${id}`),
      lost: () => heard.push("lost"),
      iceServers: () => undefined,
      away: () => heard.push("away"),
      ended: ({ kind }) => heard.push(`ended ${kind}`),
    },
  });
  client.start();
  return { client, heard, requests };
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe.each([
  ["over a socket", false],
  ["where sockets are blocked", true],
])("a page that is closed %s", (_, blocked) => {
  it("is away at once and soon gone", async () => {
    const { ann, bob } = await meet(blocked);

    ann.client.suspend();
    await seconds(1);
    expect(bob.heard).toEqual(["peer-reconnecting"]);
    await seconds(20);

    expect(bob.heard).toEqual(["peer-reconnecting", "left: lost"]);
    expect(ann.heard).toEqual(["away"]);
  });

  it("comes back in time if it was only put aside, and nothing is lost", async () => {
    const { ann, bob } = await meet(blocked);
    ann.client.suspend();
    ann.client.send({ type: "chat", id: "c1", text: "still here" });
    bob.client.send({ type: "chat", id: "c2", text: "where are you?" });
    await seconds(5);

    ann.client.renew();
    await seconds(3);

    expect(ann.heard).toEqual(["away", "resumed", "chat", "settled c1"]);
    expect(bob.heard).toEqual(["peer-reconnecting", "settled c2", "peer-resumed", "chat"]);
  });

  it("joins anew when it comes back too late", async () => {
    const { ann } = await meet(blocked);
    ann.client.suspend();
    await seconds(60);

    ann.client.renew();
    await seconds(5);

    expect(ann.heard).toEqual(["away", "welcome"]);
  });
});

it("asks the browser to deliver a request after its page has gone", async () => {
  const { ann } = await meet(true);

  ann.client.suspend();

  expect(ann.requests.at(-1)).toMatchObject({ keepalive: true, body: '[{"type":"closing"}]' });
});
