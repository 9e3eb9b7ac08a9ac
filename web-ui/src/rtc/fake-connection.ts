/** A scripted RTCPeerConnection, for tests: descriptions, states and collisions, but no network. */
export class FakeConnection {
  static #count = 0;
  signalingState: RTCSignalingState = "stable";
  connectionState: RTCPeerConnectionState = "new";
  localDescription: { type: RTCSdpType; sdp: string } | null = null;
  configuration: RTCConfiguration;
  sctp = null;
  onnegotiationneeded: (() => void) | null = null;
  onicecandidate: ((event: object) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  ontrack: ((event: object) => void) | null = null;
  readonly candidates: unknown[] = [];
  readonly channels: { label: string; id: number | undefined; negotiated: boolean | undefined }[] =
    [];
  restarts = 0;
  looks = 0;
  stats: ReadonlyMap<string, unknown> = new Map();
  closed = false;
  #transceivers: FakeTransceiver[] = [];
  #session = ++FakeConnection.#count;
  #version = 0;
  #chain: Promise<unknown> = Promise.resolve();

  constructor(configuration: RTCConfiguration) {
    this.configuration = configuration;
  }

  get kinds(): string[] {
    return this.#transceivers.map(({ receiver, mid }) => `${receiver.track.kind} ${mid}`);
  }

  get sends(): unknown[] {
    return this.#transceivers.map(({ sender }) => sender.track);
  }

  /** How pictures are sent, in their order. */
  get pictures(): unknown[] {
    return this.#transceivers
      .filter(({ receiver }) => receiver.track.kind === "video")
      .map(({ sender }) => sender.getParameters());
  }

  getTransceivers = () => this.#transceivers;
  getConfiguration = () => this.configuration;
  setConfiguration = (configuration: RTCConfiguration) => (this.configuration = configuration);
  close = () => void (this.closed = true);
  getStats = () => {
    this.looks++;
    return Promise.resolve(this.stats);
  };
  restartIce = () => void this.restarts++;

  /** The transport tells of its state. */
  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }

  createDataChannel(label: string, { id, negotiated }: RTCDataChannelInit) {
    this.channels.push({ label, id, negotiated });
    return {};
  }

  addTransceiver(what: string | { kind: string }) {
    const kind = typeof what === "string" ? what : what.kind;
    const track = typeof what === "string" ? null : what;
    const transceiver = new FakeTransceiver(kind, track, () => this.#forget(transceiver));
    this.#transceivers.push(transceiver);
    return transceiver;
  }

  setLocalDescription = () => this.#chained(() => this.#describeLocal());
  setRemoteDescription = (description: { type: RTCSdpType; sdp: string }) =>
    this.#chained(() => this.#describeRemote(description));
  addIceCandidate = (candidate: unknown) =>
    this.#chained(() => void this.candidates.push(candidate));

  #describeLocal(): void {
    const isAnswer = this.signalingState === "have-remote-offer";
    if (!isAnswer) this.#transceivers.forEach((it, i) => (it.mid ??= String(i)));
    this.signalingState = isAnswer ? "stable" : "have-local-offer";
    const lines = this.#transceivers.filter(({ mid }) => mid !== null);
    const media = lines.map(({ receiver, mid }) => `m=${receiver.track.kind} ${mid}`).join("\r\n");
    const sdp = `v=0\r\no=- ${this.#session} ${++this.#version} IN IP4 127.0.0.1\r\n${media}\r\n`;
    this.localDescription = { type: isAnswer ? "answer" : "offer", sdp };
  }

  #describeRemote({ type, sdp }: { type: RTCSdpType; sdp: string }): void {
    if (type === "answer") {
      if (this.signalingState !== "have-local-offer") throw new Error("There is no offer.");
      this.signalingState = "stable";
      return;
    }
    if (this.signalingState === "have-local-offer") {
      this.#transceivers.forEach((it) => (it.mid = null));
    }
    this.signalingState = "have-remote-offer";
    const fresh: FakeTransceiver[] = [];
    for (const [, kind = "", mid = ""] of sdp.matchAll(/m=(\w+) (\w+)/g)) {
      if (this.#transceivers.some((it) => it.mid === mid)) continue;
      const transceiver = new FakeTransceiver(kind, null, () => this.#forget(transceiver));
      transceiver.mid = mid;
      fresh.push(transceiver);
    }
    this.#transceivers.push(...fresh);
    for (const transceiver of fresh) {
      this.ontrack?.({ track: transceiver.receiver.track, transceiver, streams: [] });
    }
  }

  #forget(transceiver: FakeTransceiver): void {
    this.#transceivers = this.#transceivers.filter((it) => it !== transceiver);
  }

  /** One operation after the other, as in a real connection. */
  #chained<T>(operation: () => T): Promise<T> {
    const done = this.#chain.then(operation);
    this.#chain = done.catch(() => undefined);
    return done;
  }
}

class FakeTransceiver {
  mid: string | null = null;
  direction = "sendrecv";
  readonly receiver: { track: { kind: string } };
  readonly sender;
  readonly stop: () => void;
  #parameters: object = { encodings: [{}] };

  constructor(kind: string, track: unknown, stop: () => void) {
    this.receiver = { track: { kind } };
    this.stop = stop;
    this.sender = {
      track,
      setStreams: () => undefined,
      replaceTrack: (other: unknown) => {
        this.sender.track = other;
        return Promise.resolve();
      },
      getParameters: () => structuredClone(this.#parameters),
      setParameters: (parameters: object) => {
        this.#parameters = parameters;
        return Promise.resolve();
      },
    };
  }
}
