import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Candidate, Description } from "../signaling/protocol";
import { FakeConnection } from "./fake-connection";
import { Peer, type PeerOptions } from "./peer";
import type { Path } from "./stats";

const voice = { kind: "audio" } as MediaStreamTrack;
const size = { width: 1280, height: 720 };
const face = { kind: "video", getSettings: () => size } as MediaStreamTrack;

function open(options: Partial<PeerOptions>) {
  const connections: FakeConnection[] = [];
  const outbox: Description[] = [];
  const candidates: Candidate[] = [];
  const places: string[] = [];
  const paths: Path[] = [];
  const peer = new Peer({
    polite: true,
    initiate: true,
    iceServers: [],
    tracks: { audio: voice, video: face },
    events: {
      description: (description) => outbox.push(description),
      candidate: (candidate) => candidates.push(candidate),
      connection: () => undefined,
      path: (path) => paths.push(path),
      track: ({ place }) => places.push(place),
      stuck: () => undefined,
    },
    create: (configuration) => {
      const connection = new FakeConnection(configuration);
      connections.push(connection);
      return connection as unknown as RTCPeerConnection;
    },
    ...options,
  });
  const [connection] = connections;
  if (connection === undefined) throw new Error("No connection was made.");
  return { peer, connection, outbox, candidates, places, paths };
}

type End = ReturnType<typeof open>;

const settle = () => vi.advanceTimersByTimeAsync(1);

/** Carries what each has said to the other until nobody says anything more. */
async function carry(one: End, other: End): Promise<void> {
  await settle();
  while (one.outbox.length + other.outbox.length > 0) {
    const [toOther, toOne] = [one.outbox.splice(0), other.outbox.splice(0)];
    for (const description of toOther) void other.peer.describe(description);
    for (const description of toOne) void one.peer.describe(description);
    await settle();
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("MediaStream", class {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("setting up", () => {
  it("takes one offer and one answer, with the media of both", async () => {
    const newcomer = open({ initiate: true });
    const other = open({ initiate: false });
    await settle();
    expect([newcomer.outbox.length, other.outbox.length]).toEqual([1, 0]);

    await carry(newcomer, other);

    for (const { connection } of [newcomer, other]) {
      expect(connection.signalingState).toBe("stable");
      expect(connection.kinds).toEqual(["audio 0", "video 1"]);
      expect(connection.sends).toEqual([voice, face]);
    }
    expect(other.places).toEqual(["camera", "camera"]);
  });

  it("looks for its path once a second, and not while the first pictures come", async () => {
    const { connection, paths } = open({});
    connection.stats = new Map<string, unknown>([
      ["p", { type: "candidate-pair", selected: true, localCandidateId: "l" }],
      ["l", { candidateType: "relay" }],
    ]);
    connection.become("connected");
    await vi.advanceTimersByTimeAsync(900);
    expect(connection.looks).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(paths).toEqual(["relay"]);
  });

  it("opens the channels under fixed ids, without asking the peer", () => {
    const { connection } = open({});

    expect(connection.channels).toEqual([
      { label: "state", id: 0, negotiated: true },
      { label: "chat", id: 1, negotiated: true },
      { label: "files", id: 2, negotiated: true },
    ]);
  });

  it("has places for tracks that come later", async () => {
    const newcomer = open({ tracks: { audio: null, video: null } });
    await carry(newcomer, open({ initiate: false }));

    newcomer.peer.setTrack("video", face);

    expect(newcomer.connection.sends).toEqual([null, face]);
    expect(newcomer.outbox).toEqual([]);
  });
});

describe("the picture", () => {
  const small = {
    encodings: [expect.objectContaining({ scaleResolutionDownBy: 2 })],
    degradationPreference: "maintain-resolution",
  };
  const full = {
    encodings: [expect.objectContaining({ scaleResolutionDownBy: 1 })],
    degradationPreference: "maintain-framerate",
  };

  it("is small at first, on both sides", async () => {
    const newcomer = open({});
    const other = open({ initiate: false });

    await carry(newcomer, other);

    expect(newcomer.connection.pictures).toEqual([small]);
    expect(other.connection.pictures).toEqual([small]);
  });

  it("has its full size a second after the connection stands, and keeps it", async () => {
    const newcomer = open({});
    const other = open({ initiate: false });
    await carry(newcomer, other);

    for (const { connection } of [newcomer, other]) {
      connection.become("connected");
    }
    await vi.advanceTimersByTimeAsync(990);
    expect(newcomer.connection.pictures).toEqual([small]);
    await vi.advanceTimersByTimeAsync(20);
    newcomer.connection.onnegotiationneeded?.();
    await carry(newcomer, other);

    expect(newcomer.connection.pictures).toEqual([full]);
    expect(other.connection.pictures).toEqual([full]);
  });

  it("is not made smaller when the camera's is small", async () => {
    const tiny = { ...face, getSettings: () => ({ width: 320, height: 240 }) };
    const newcomer = open({ tracks: { audio: voice, video: tiny } });
    const { connection } = newcomer;

    await carry(newcomer, open({ initiate: false }));

    expect(connection.pictures).toMatchObject([{ encodings: [{ scaleResolutionDownBy: 1 }] }]);
  });
});

describe("a collision of offers", () => {
  it("ends with the impolite one's offer, and one place each for voice and face", async () => {
    const polite = open({ polite: true });
    const impolite = open({ polite: false });

    await carry(polite, impolite);

    for (const { connection } of [polite, impolite]) {
      expect(connection.signalingState).toBe("stable");
      expect(connection.kinds).toEqual(["audio 0", "video 1"]);
      expect(connection.sends).toEqual([voice, face]);
    }
  });

  it("does not harm a call that is running", async () => {
    const polite = open({ polite: true });
    const impolite = open({ polite: false, initiate: false });
    await carry(polite, impolite);

    polite.connection.onnegotiationneeded?.();
    impolite.connection.onnegotiationneeded?.();
    await carry(polite, impolite);

    expect(polite.connection.signalingState).toBe("stable");
    expect(impolite.connection.signalingState).toBe("stable");
    expect(polite.connection.kinds).toEqual(["audio 0", "video 1"]);
  });
});

describe("a screen", () => {
  const screen = { getTracks: () => [{ kind: "video" }] } as unknown as MediaStream;

  it("comes after the camera, even when it is shared before the first offer", async () => {
    const waiting = open({ initiate: false });
    waiting.peer.setScreen(screen);
    const newcomer = open({});

    await carry(newcomer, waiting);
    waiting.connection.onnegotiationneeded?.();
    await carry(newcomer, waiting);

    expect(newcomer.places).toEqual(["other"]);
    expect(newcomer.connection.kinds).toEqual(["audio 0", "video 1", "video 2"]);
  });

  it("gives its place back", async () => {
    const newcomer = open({});
    newcomer.peer.setScreen(screen);
    expect(newcomer.connection.kinds).toHaveLength(3);

    newcomer.peer.setScreen(null);

    expect(newcomer.connection.kinds).toHaveLength(2);
    await settle();
  });
});

describe("trouble", () => {
  it("sends an offer again that got lost while signaling was away", async () => {
    const newcomer = open({});
    const waiting = open({ initiate: false });
    await settle();
    newcomer.outbox.splice(0);

    newcomer.peer.resync(true);
    await carry(newcomer, waiting);

    expect(newcomer.connection.signalingState).toBe("stable");
  });

  it("takes fresh ICE servers without a new negotiation", async () => {
    const newcomer = open({});
    await carry(newcomer, open({ initiate: false }));

    newcomer.peer.setIceServers([{ urls: ["stun:fresh"] }]);
    await settle();

    expect(newcomer.connection.configuration).toMatchObject({
      iceServers: [{ urls: ["stun:fresh"] }],
      bundlePolicy: "max-bundle",
    });
    expect([newcomer.connection.restarts, newcomer.outbox.length]).toEqual([0, 0]);
  });

  it("lets a running call alone when only signaling was away", async () => {
    const newcomer = open({});
    await carry(newcomer, open({ initiate: false }));
    newcomer.connection.become("connected");

    newcomer.peer.resync(true);
    await settle();

    expect([newcomer.connection.restarts, newcomer.outbox.length]).toEqual([0, 0]);
  });

  it("restarts a connection that has failed", async () => {
    const newcomer = open({});
    await carry(newcomer, open({ initiate: false }));

    newcomer.connection.become("failed");

    expect(newcomer.connection.restarts).toBe(1);
  });

  it("knows a description from a page that was reloaded", async () => {
    const stayed = open({ initiate: false });
    const before = open({});
    await settle();
    const [first] = before.outbox;
    await carry(before, stayed);
    before.connection.onnegotiationneeded?.();
    const reloaded = open({});
    await settle();

    const from = (end: End) => end.outbox.map((it) => stayed.peer.isFromAnotherPage(it));
    expect(first?.type).toBe("offer");
    expect([from(before), from(reloaded)]).toEqual([[false], [true]]);
  });

  it("survives descriptions and candidates of no use", async () => {
    const newcomer = open({});
    const waiting = open({ initiate: false });
    await waiting.peer.describe({ type: "answer", sdp: "out of the blue" });
    waiting.peer.addCandidate({ candidate: "nonsense" });

    await carry(newcomer, waiting);

    expect(waiting.connection.signalingState).toBe("stable");
  });
});
