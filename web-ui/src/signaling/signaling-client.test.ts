import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type Enter,
  SignalingClient,
  type SignalingEnd,
  type SignalingOptions,
  type Socket,
} from "./signaling-client";

class FakeSocket implements Socket {
  readyState: Socket["readyState"] = 0;
  bufferedAmount = 0;
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  readonly sent: unknown[] = [];
  closedWith: number | undefined;
  readonly url: string;
  readonly protocols: string[];

  constructor(url: string, protocols: string[]) {
    this.url = url;
    this.protocols = protocols;
  }

  send(data: unknown): void {
    this.sent.push(JSON.parse(String(data)));
  }

  close(code?: number): void {
    this.readyState = 3;
    this.closedWith = code;
  }

  accept(): void {
    this.readyState = 1;
    this.onopen?.(new Event("open"));
  }

  receive(message: unknown): void {
    this.onmessage?.(new MessageEvent("message", { data: JSON.stringify(message) }));
  }

  welcome(): void {
    this.accept();
    const room = { epoch: "e", seq: 1, self: "me", session: "s", peers: [], iceServers: [] };
    this.receive({ type: "welcome", protocol: 1, instance: "signaling-1", ...room });
  }

  drop(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code } as CloseEvent);
  }
}

function join(options: Partial<SignalingOptions> = {}) {
  const sockets: FakeSocket[] = [];
  const nonces: string[] = [];
  const heard: string[] = [];
  const ends: SignalingEnd[] = [];
  const enter: Enter = (nonce) => {
    nonces.push(nonce);
    return Promise.resolve({ pass: `pass-${nonces.length}`, socketPath: "/api/socket" });
  };
  const client = new SignalingClient({
    enter,
    origin: "https://stoa.example",
    events: {
      welcome: () => heard.push("welcome"),
      message: ({ type }) => heard.push(type),
      away: () => heard.push("away"),
      ended: (end) => ends.push(end),
    },
    openSocket: (url, protocols) => {
      const socket = new FakeSocket(url, protocols);
      sockets.push(socket);
      return socket;
    },
    ...options,
  });
  client.start();
  const socket = async (number: number): Promise<FakeSocket> => {
    // Longer than the longest pause between two attempts.
    for (let i = 0; i < 110 && sockets.length < number; i++) await vi.advanceTimersByTimeAsync(100);
    const found = sockets[number - 1];
    if (found === undefined) throw new Error(`There is no socket number ${number}.`);
    return found;
  };
  return { client, sockets, nonces, heard, ends, socket };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("entering a room", () => {
  it("offers the protocol and the pass to the socket of the page's origin", async () => {
    const { socket } = join();

    const first = await socket(1);

    expect(first.url).toBe("wss://stoa.example/api/socket");
    expect(first.protocols).toEqual(["stoa.v1", "stoa.pass.pass-1"]);
  });

  it("sends nothing before the welcome", async () => {
    const { client, socket } = join();
    const first = await socket(1);
    first.accept();

    const early = client.send({ type: "chat", text: "too early" });
    first.welcome();
    const later = client.send({ type: "chat", text: "now" });

    expect([early, later]).toEqual([false, true]);
    expect(first.sent).toEqual([{ type: "chat", text: "now" }]);
  });

  it("does not fill a socket that takes nothing", async () => {
    const { client, socket } = join();
    const first = await socket(1);
    first.welcome();
    first.bufferedAmount = 2 * 1024 * 1024;

    expect(client.send({ type: "chat", text: "one too many" })).toBe(false);
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

describe("coming back", () => {
  it("takes a fresh pass and a new nonce after a socket was lost", async () => {
    const { nonces, heard, socket } = join();
    (await socket(1)).welcome();

    (await socket(1)).drop(1006);
    (await socket(2)).welcome();

    expect(heard).toEqual(["welcome", "away", "welcome"]);
    expect((await socket(2)).protocols[1]).toBe("stoa.pass.pass-2");
    expect(nonces[1]).not.toBe(nonces[0]);
  });

  it("keeps the nonce while the same attempt is repeated", async () => {
    const { nonces, socket } = join();

    (await socket(1)).drop(1006);
    await socket(2);

    expect(nonces[1]).toBe(nonces[0]);
    expect(nonces[0]).toMatch(/^[0-9A-Za-z]{22}$/);
  });

  it.each([1012, 1013, 4000, 4001, 4401])("comes back after %i", async (code) => {
    const { ends, sockets, socket } = join();
    (await socket(1)).welcome();

    (await socket(1)).drop(code);
    await socket(2);

    expect(sockets).toHaveLength(2);
    expect(ends).toEqual([]);
  });

  it.each([
    [4400, "bad-messages"],
    [4409, "replaced"],
    [4410, "room-ended"],
    [4429, "flood"],
  ])("stays away after %i", async (code, reason) => {
    const { ends, sockets, socket } = join();
    (await socket(1)).welcome();

    (await socket(1)).drop(code);
    await vi.advanceTimersByTimeAsync(60_000);

    expect(ends).toEqual([{ kind: "closed", reason }]);
    expect(sockets).toHaveLength(1);
  });

  it("tries again when no welcome comes", async () => {
    const { sockets, socket } = join();
    (await socket(1)).accept();

    await vi.advanceTimersByTimeAsync(10_000);
    await socket(2);

    expect(sockets[0]?.closedWith).toBe(1000);
  });

  it("enters again at once when it is told that the network changed", async () => {
    const { client, sockets, socket } = join();
    (await socket(1)).welcome();

    client.renew();
    await vi.advanceTimersByTimeAsync(1);

    expect(sockets).toHaveLength(2);
    expect(sockets[0]?.closedWith).toBe(1000);
  });

  it("gives up after a minute without a way in", async () => {
    const unreachable = () => Promise.reject(new TypeError("fetch failed"));
    const { ends } = join({ enter: unreachable });

    await vi.advanceTimersByTimeAsync(80_000);

    expect(ends).toEqual([{ kind: "unreachable" }]);
  });

  it("goes on for as long as it is worth it", async () => {
    const unreachable = () => Promise.reject(new TypeError("fetch failed"));
    const { ends } = join({ enter: unreachable, patient: () => true });

    await vi.advanceTimersByTimeAsync(600_000);

    expect(ends).toEqual([]);
  });

  it("stops when it is refused for good", async () => {
    const over = Object.assign(new Error("This match is over."), { status: 409 });
    const { ends } = join({ enter: () => Promise.reject(over) });

    await vi.advanceTimersByTimeAsync(0);

    expect(ends).toEqual([{ kind: "refused", problem: "This match is over." }]);
  });
});

describe("leaving", () => {
  it("says so and is not heard of again", async () => {
    const { client, ends, sockets, socket } = join();
    (await socket(1)).welcome();

    client.leave();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(sockets[0]?.sent).toEqual([{ type: "leave" }]);
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
