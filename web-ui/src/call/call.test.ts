import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Media } from "../rtc/media";
import type { Socket } from "../signaling/web-socket-transport";
import { Call } from "./call";
import { connected, stubConnections } from "./stub-connections";

type FakeSocket = Socket & { sent: unknown[] };

function fakeSocket(): FakeSocket {
  const sent: unknown[] = [];
  return {
    sent,
    readyState: 1,
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (data) => void sent.push(data),
    close: () => undefined,
  };
}

const BOB = { peer: "bob", name: "Bob", role: "expert" };

/** A call in a room where nobody else is. */
async function enterRoom(enter = () => Promise.resolve({ pass: "p", socketPath: "/s" })) {
  const sockets: FakeSocket[] = [];
  const page = new EventTarget();
  const call = new Call({
    enter,
    media: new Media({ devices: undefined }),
    origin: "https://stoa.example",
    page,
    openSocket: () => {
      const socket = fakeSocket();
      sockets.push(socket);
      return socket;
    },
  });
  const receive = (message: unknown) =>
    sockets.at(-1)?.onmessage?.(new MessageEvent("message", { data: JSON.stringify(message) }));
  call.start();
  await vi.advanceTimersByTimeAsync(1);
  const welcome = (peers: object[] = []) =>
    receive({
      type: "welcome",
      protocol: 1,
      instance: "signaling-2",
      epoch: "e",
      seq: 1,
      self: "me",
      session: "s",
      resumeWithin: 300,
      peers,
      reconnecting: [],
      iceServers: [],
    });
  const close = (code: number) => sockets.at(-1)?.onclose?.({ code } as CloseEvent);
  const resume = (received: number) =>
    receive({
      type: "resumed",
      instance: "signaling-1",
      seq: 9,
      received,
      peers: [BOB],
      reconnecting: [],
      iceServers: [{ urls: ["stun:fresh"] }],
    });
  return { call, sockets, page, receive, welcome, resume, close };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("nothing answers")));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What a socket was given, read again. */
function sentBy(socket: FakeSocket | undefined): { type: string; id?: string; n: number }[] {
  return (socket?.sent ?? []).map((frame) => JSON.parse(String(frame)) as never);
}

/** A call with Bob, whose media flow. */
async function talk() {
  const connections = stubConnections();
  const room = await enterRoom();
  room.welcome([BOB]);
  await vi.advanceTimersByTimeAsync(1);
  room.receive({ type: "ack", n: 1 });
  await connected(connections[0]);
  return { ...room, connections };
}

describe("a call", () => {
  it("waits for the peer once it is in the room, and names the instance", async () => {
    const { call, welcome } = await enterRoom();
    expect(call.state.phase).toBe("connecting");

    welcome();

    expect(call.state).toMatchObject({ phase: "waiting-for-peer", instance: "signaling-2" });
  });

  it("says goodbye when we hang up", async () => {
    const { call, sockets, welcome } = await enterRoom();
    welcome();

    call.hangUp();

    expect(call.state).toMatchObject({ phase: "ended", endedBy: "you", problem: null });
    expect(sockets[0]?.sent).toEqual(['{"type":"leave","n":1}']);
  });

  it.each([
    [4409, { phase: "ended", endedBy: "elsewhere" }],
    [4403, { phase: "ended", problem: "You were taken out of this call." }],
    [4410, { phase: "ended", endedBy: "server" }],
    [4423, { phase: "failed", problem: "This room is full." }],
    [4429, { phase: "failed", endedBy: null }],
  ])("that is closed with %i is over", async (code, expected) => {
    const { call, sockets, welcome, close } = await enterRoom();
    welcome();

    close(code);
    await vi.advanceTimersByTimeAsync(60_000);

    expect(call.state).toMatchObject(expected);
    expect(sockets).toHaveLength(1);
  });

  it("fails with the words of a refusal", async () => {
    const refusal = Object.assign(new Error("This match has ended."), { status: 409 });
    const { call } = await enterRoom(() => Promise.reject(refusal));

    expect(call.state).toMatchObject({ phase: "failed", problem: "This match has ended." });
  });

  it("enters again when the network is back", async () => {
    const { sockets, page, welcome } = await enterRoom();
    welcome();

    page.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(1);

    expect(sockets).toHaveLength(2);
  });

  it("says that its page is being closed, and goes on if it was only put aside", async () => {
    const { call, sockets, page, welcome, resume } = await enterRoom();
    welcome();

    page.dispatchEvent(Object.assign(new Event("pagehide"), { persisted: true }));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sockets).toHaveLength(1);
    expect(sockets[0]?.sent).toEqual(['{"type":"closing"}']);
    page.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    await vi.advanceTimersByTimeAsync(1);
    resume(0);

    expect(call.state).toMatchObject({ phase: "waiting-for-peer", instance: "signaling-1" });
  });

  it("closes the connections of a page that is gone for good", async () => {
    const { connections, page } = await talk();

    page.dispatchEvent(Object.assign(new Event("pagehide"), { persisted: false }));

    expect(connections[0]?.closed).toBe(true);
  });

  it("does not begin anew when its page is shown for the first time", async () => {
    const { sockets, page, welcome } = await enterRoom();
    welcome();

    page.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
    await vi.advanceTimersByTimeAsync(1);

    expect(sockets).toHaveLength(1);
  });

  it("is not touched by anything once it is over", async () => {
    const { call, sockets, page, welcome } = await enterRoom();
    welcome();
    call.hangUp();
    const over = call.state;

    page.dispatchEvent(new Event("online"));
    call.hangUp();
    call.start();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(call.state).toBe(over);
    expect(sockets).toHaveLength(1);
  });
});

describe("a call whose signaling breaks", () => {
  it("goes on without a new negotiation once the session is resumed", async () => {
    const { call, sockets, connections, close, resume } = await talk();

    close(1006);
    await vi.advanceTimersByTimeAsync(300);
    resume(1);
    await vi.advanceTimersByTimeAsync(1);

    expect(call.state).toMatchObject({ phase: "live", instance: "signaling-1" });
    expect(connections).toHaveLength(1);
    expect(connections[0]).toMatchObject({ restarts: 0, closed: false });
    expect(connections[0]?.configuration.iceServers).toEqual([{ urls: ["stun:fresh"] }]);
    expect(sentBy(sockets[1])).toEqual([]);
  });

  it("is kept through two minutes without any network", async () => {
    const { call, sockets, connections, page, close, resume } = await talk();
    const [connection] = connections;
    connection?.become("failed");

    close(1006);
    for (let i = 0; i < 240; i++) {
      await vi.advanceTimersByTimeAsync(500);
      if (sockets.at(-1)?.onclose) close(1006);
    }
    expect(call.state).toMatchObject({ phase: "reconnecting", peers: [{ id: "bob" }] });
    page.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(1_000);
    resume(1);

    expect(call.state).toMatchObject({ instance: "signaling-1", peers: [{ id: "bob" }] });
  });

  it("keeps what is written meanwhile, and sends it then", async () => {
    const { call, sockets, close, receive, resume } = await talk();
    close(1006);
    call.chat.send("are you there?");
    await vi.advanceTimersByTimeAsync(300);
    expect(call.chat.state.messages).toMatchObject([{ delivery: "sending" }]);

    resume(1);
    expect(sentBy(sockets[1])).toMatchObject([{ type: "chat", n: 2 }]);
    receive({ type: "ack", n: 2 });

    expect(call.chat.state.messages).toMatchObject([{ delivery: "sent" }]);
  });

  it("writes again in a new session what the old one has not settled", async () => {
    const { call, sockets, close, welcome } = await talk();
    call.chat.send("did this arrive?");
    const [before] = sentBy(sockets[0]).slice(-1);

    close(4404);
    await vi.advanceTimersByTimeAsync(300);
    welcome([BOB]);
    await vi.advanceTimersByTimeAsync(1);

    const again = sentBy(sockets[1]).filter(({ type }) => type === "chat");
    expect(again).toMatchObject([{ id: before?.id }]);
    expect(call.state.phase).toBe("live");
  });
});
