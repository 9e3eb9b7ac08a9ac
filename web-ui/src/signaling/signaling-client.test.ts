import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { join } from "./scripted-socket";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("entering a room", () => {
  it("offers the protocol and the pass to the socket of the page's origin", async () => {
    const { socket } = join();

    const first = await socket(1);

    expect(first.url).toBe("wss://stoa.example/api/socket");
    expect(first.protocols).toEqual(["stoa.v1", "stoa.pass.pass-1"]);
  });

  it("comes in at once with the pass that it was given", () => {
    const { nonces, sockets } = join({ key: { pass: "given", socketPath: "/given" } });

    expect(sockets[0]?.url).toBe("wss://stoa.example/given");
    expect(sockets[0]?.protocols).toEqual(["stoa.v1", "stoa.pass.given"]);
    expect(nonces).toEqual([]);
  });

  it("asks for another pass when the one it was given did not let it in", async () => {
    const { nonces, sockets, socket } = join({ key: { pass: "given", socketPath: "/given" } });
    sockets[0]?.drop(1006);

    const second = await socket(2);

    expect(second.protocols).toEqual(["stoa.v1", "stoa.pass.pass-1"]);
    expect(nonces).toHaveLength(1);
  });

  it("keeps what is said before the welcome until then", async () => {
    const { client, socket } = join();
    const first = await socket(1);
    first.accept();

    client.send({ type: "chat", text: "early" });
    expect(first.sent).toEqual([]);
    first.welcome();
    client.send({ type: "chat", text: "now" });

    expect(first.sent).toEqual([
      { type: "chat", text: "early", n: 1 },
      { type: "chat", text: "now", n: 2 },
    ]);
  });

  it("ignores what is not a message", async () => {
    const { heard, socket } = join();
    const first = await socket(1);
    first.welcome();

    for (const noise of [null, 7, "text", [], { type: "unheard-of" }, { type: "description" }]) {
      first.receive(noise);
    }

    expect(heard).toEqual(["welcome"]);
  });
});

describe("leaving", () => {
  it("says so and is not heard of again", async () => {
    const { client, ends, sockets, socket } = join();
    (await socket(1)).welcome();

    client.leave();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(sockets[0]?.sent).toEqual([{ type: "leave", n: 1 }]);
    expect(sockets[0]?.closedWith).toBe(1000);
    expect([sockets.length, ends.length]).toEqual([1, 0]);
  });

  it("ends an attempt that is under way", async () => {
    const { client, sockets } = join();

    client.stop();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(sockets).toEqual([]);
  });
});
