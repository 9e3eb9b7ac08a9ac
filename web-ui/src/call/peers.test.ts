import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Welcome } from "../signaling/options";
import type { ClientMessage } from "../signaling/protocol";
import { Peers } from "./peers";
import { closedByPage, connected, stubConnections } from "./stub-connections";

const BOB = { peer: "bob", name: "Bob", role: "expert" as const };
const STUN = [{ urls: ["stun:one"] }];

/** All others of a room whose connections are scripted. */
function room() {
  const connections = stubConnections();
  const sent: ClientMessage[] = [];
  const told: string[] = [];
  const tracks = { audio: null, video: null };
  const announcement = {
    type: "state" as const,
    microphoneOn: true,
    cameraOn: true,
    screenStreamId: null,
  };
  const peers = new Peers({
    local: { tracks, screen: null, announcement },
    send: (message) => sent.push(message),
    events: {
      changed: () => undefined,
      connecting: () => told.push("connecting"),
      left: () => told.push("left"),
      deserted: (reason) => told.push(`deserted ${reason}`),
      stuck: () => told.push("stuck"),
    },
  });
  const welcome = (change: Partial<Welcome> = {}) =>
    peers.welcome({
      type: "welcome",
      protocol: 1,
      instance: "signaling-1",
      epoch: "e",
      seq: 1,
      self: "ann",
      session: "s",
      resumeWithin: 300,
      peers: [BOB],
      reconnecting: [],
      iceServers: STUN,
      ...change,
    });
  /** Bob answers our offer, and the media flow. */
  const connect = async () => {
    await vi.advanceTimersByTimeAsync(1);
    peers.receive({
      type: "description",
      seq: 2,
      from: "bob",
      description: { type: "answer", sdp: "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\n" },
    });
    await vi.advanceTimersByTimeAsync(1);
    await connected(connections.at(-1));
    sent.length = 0;
  };
  return { peers, connections, sent, told, welcome, connect };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const reconnecting = { type: "peer-reconnecting", seq: 3, peer: "bob" } as const;
const resumed = { type: "peer-resumed", seq: 4, peer: BOB } as const;

describe("a peer whose page has lost the service", () => {
  it("is shown as reconnecting while its media go on, until it is back", async () => {
    const { peers, sent, told, welcome, connect } = room();
    welcome();
    await connect();

    peers.receive(reconnecting);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(peers.views).toMatchObject([{ connection: "connected", reconnecting: true }]);

    peers.receive(resumed);
    expect(peers.views).toMatchObject([{ connection: "connected", reconnecting: false }]);
    expect(sent).toEqual([]);
    expect(told).toEqual(["connecting"]);
  });

  it("is not worth a word when it is back at once", async () => {
    const { peers, welcome, connect } = room();
    welcome();
    await connect();

    peers.receive(reconnecting);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(peers.views).toMatchObject([{ reconnecting: false }]);
    peers.receive(resumed);
    await vi.advanceTimersByTimeAsync(5_000);

    expect(peers.views).toMatchObject([{ reconnecting: false }]);
  });

  it("stays for as long as the service keeps its place, even if its media stopped", async () => {
    const { peers, connections, told, welcome, connect } = room();
    welcome();
    await connect();
    const [connection] = connections;
    connection?.become("failed");

    peers.receive(reconnecting);
    await vi.advanceTimersByTimeAsync(290_000);
    expect(peers.views).toHaveLength(1);

    peers.receive({ type: "peer-left", seq: 5, peer: "bob", reason: "lost" });
    await vi.advanceTimersByTimeAsync(20_000);

    expect(peers.views).toEqual([]);
    expect(told).toContain("left");
  });

  it("goes with its place if it was closed", async () => {
    const { peers, connections, told, welcome, connect } = room();
    welcome();
    await connect();

    closedByPage(connections[0]);
    peers.receive(reconnecting);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(peers.views).toMatchObject([{ connection: "interrupted", reconnecting: true }]);
    peers.receive({ type: "peer-left", seq: 5, peer: "bob", reason: "lost" });

    expect(peers.views).toEqual([]);
    expect(told).toContain("left");
  });

  it("is met again, with an offer of ours, if it was given up meanwhile", async () => {
    const { peers, sent, welcome } = room();
    welcome({ peers: [] });

    peers.receive(resumed);
    await vi.advanceTimersByTimeAsync(1);

    expect(peers.views).toMatchObject([{ id: "bob", connection: "connecting" }]);
    expect(sent).toMatchObject([
      { type: "description", to: "bob", description: { type: "offer" } },
    ]);
  });

  it("is known as such to who comes in meanwhile", async () => {
    const { peers, welcome } = room();

    welcome({ reconnecting: ["bob"] });
    await vi.advanceTimersByTimeAsync(2_000);

    expect(peers.views).toMatchObject([{ id: "bob", reconnecting: true }]);
  });
});

describe("who comes into a room", () => {
  function drawing() {
    let idle: (() => void) | null = null;
    vi.stubGlobal("requestIdleCallback", (work: () => void) => {
      idle = work;
      return 1;
    });
    vi.stubGlobal("cancelIdleCallback", () => (idle = null));
    return () => idle?.();
  }

  it("offers once its page is drawn", async () => {
    const drawn = drawing();
    const { connections, sent, welcome } = room();
    welcome();
    await vi.advanceTimersByTimeAsync(90);
    expect(connections).toEqual([]);

    drawn();
    await vi.advanceTimersByTimeAsync(1);

    expect(sent).toMatchObject([{ to: "bob", description: { type: "offer" } }]);
  });

  it("answers an offer that comes meanwhile, and makes none", async () => {
    const drawn = drawing();
    const { peers, connections, sent, welcome } = room();
    welcome();

    peers.receive({
      type: "description",
      seq: 2,
      from: "bob",
      description: { type: "offer", sdp: "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\n" },
    });
    drawn();
    await vi.advanceTimersByTimeAsync(1);

    expect(connections).toHaveLength(1);
    expect(
      sent.map((message) => message.type === "description" && message.description.type),
    ).toEqual(["answer"]);
  });
});

describe("ICE servers", () => {
  it("that are fresh reach the connections that are there, and those to come", async () => {
    const { peers, connections, sent, welcome, connect } = room();
    welcome();
    await connect();
    const fresh = [{ urls: ["turn:two"], username: "u", credential: "c" }];

    peers.setIceServers(fresh);
    peers.receive({ type: "peer-joined", seq: 5, peer: { ...BOB, peer: "eve" } });
    await vi.advanceTimersByTimeAsync(5_000);

    expect(connections.map(({ configuration }) => configuration.iceServers)).toEqual([
      fresh,
      fresh,
    ]);
    expect(connections[0]?.restarts).toBe(0);
    expect(sent.filter(({ type }) => type === "description")).toMatchObject([{ to: "eve" }]);
  });
});

describe("a new session", () => {
  it("repairs what may be lost, and meets who is new", async () => {
    const { peers, connections, sent, welcome, connect } = room();
    welcome();
    await connect();
    const [connection] = connections;
    connection?.become("disconnected");

    welcome({ peers: [BOB, { ...BOB, peer: "eve" }] });
    await vi.advanceTimersByTimeAsync(1);

    expect(connection?.restarts).toBe(1);
    expect(sent).toMatchObject([{ to: "eve" }]);
    expect(peers.views).toHaveLength(2);
  });
});
