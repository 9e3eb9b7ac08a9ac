import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Media } from "../rtc/media";
import type { Socket } from "../signaling/web-socket-transport";
import { Call } from "./call";

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

/** A call in a room where nobody else is. */
async function enterRoom(enter = () => Promise.resolve({ pass: "p", socketPath: "/s" })) {
  const sockets: FakeSocket[] = [];
  const network = new EventTarget();
  const call = new Call({
    enter,
    media: new Media({ devices: undefined }),
    origin: "https://stoa.example",
    network,
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
  const welcome = () =>
    receive({
      type: "welcome",
      protocol: 1,
      instance: "signaling-2",
      epoch: "e",
      seq: 1,
      self: "me",
      session: "s",
      resumeWithin: 300,
      peers: [],
      reconnecting: [],
      iceServers: [],
    });
  const close = (code: number) => sockets.at(-1)?.onclose?.({ code } as CloseEvent);
  return { call, sockets, network, welcome, close };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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
    const { sockets, network, welcome } = await enterRoom();
    welcome();

    network.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(1);

    expect(sockets).toHaveLength(2);
  });

  it("is not touched by anything once it is over", async () => {
    const { call, sockets, network, welcome } = await enterRoom();
    welcome();
    call.hangUp();
    const over = call.state;

    network.dispatchEvent(new Event("online"));
    call.hangUp();
    call.start();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(call.state).toBe(over);
    expect(sockets).toHaveLength(1);
  });
});
