import type { Candidate, Description, IceServer } from "../signaling/protocol";
import { type Channel, DataChannel } from "./channel";
import { type ConnectionState, Recovery } from "./recovery";
import { candidateOf, isWorthSending, sessionOf } from "./sdp";
import { CameraSending, SCREEN_ENCODING } from "./sending";
import { type Path, pathOf, signsOfLife } from "./stats";

export type Kind = "audio" | "video";

export interface RemoteTrack {
  track: MediaStreamTrack;
  /** The first voice and the first picture are the camera's; all else is told apart by its stream. */
  place: "camera" | "other";
  streamId: string | null;
}

export interface PeerEvents {
  description(description: Description): void;
  candidate(candidate: Candidate): void;
  connection(state: ConnectionState): void;
  /** How the media travels, looked at once a second; null while that is unknown. */
  path(path: Path): void;
  track(track: RemoteTrack): void;
  /** A restart has led nowhere; perhaps it never reached the peer. */
  stuck(): void;
}

export interface PeerOptions {
  /** On a collision of offers, one of the two gives way. */
  polite: boolean;
  /** The newcomer offers at once; who was there before has that offer to answer. */
  initiate: boolean;
  iceServers: IceServer[];
  tracks: Record<Kind, MediaStreamTrack | null>;
  events: PeerEvents;
  create?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

/** Fixed ids on both sides, so that opening a channel costs no trip. */
const CHANNEL_IDS = { state: 0, chat: 1, files: 2 } as const;
export type Channels = Record<keyof typeof CHANNEL_IDS, Channel>;

const LOOK_EVERY_MS = 1_000;

/** The connection to one page of one peer: perfect negotiation as the W3C describes it. */
export class Peer {
  readonly channels: Channels;
  readonly #pc: RTCPeerConnection;
  readonly #polite: boolean;
  readonly #events: PeerEvents;
  readonly #recovery: Recovery;
  readonly #tracks: Record<Kind, MediaStreamTrack | null>;
  /** Only a name: it tells the other side which tracks belong together. */
  readonly #cameraStream = new MediaStream();
  #camera: Record<Kind, RTCRtpTransceiver> | null = null;
  readonly #sending = new CameraSending();
  #screenStream: MediaStream | null = null;
  #screen: RTCRtpTransceiver[] = [];
  readonly #lookTimer: ReturnType<typeof setInterval>;
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;
  #mayOffer: boolean;
  #remoteSession: string | null = null;

  constructor(options: PeerOptions) {
    const create = options.create ?? ((configuration) => new RTCPeerConnection(configuration));
    this.#pc = create({ iceServers: options.iceServers, bundlePolicy: "max-bundle" });
    this.#polite = options.polite;
    this.#events = options.events;
    this.#tracks = { ...options.tracks };
    this.#mayOffer = options.initiate;
    this.#recovery = new Recovery({
      changed: (state) => this.#events.connection(state),
      restart: () => this.#pc.restartIce(),
      stuck: () => this.#events.stuck(),
    });
    this.#listen();
    this.#lookTimer = setInterval(() => void this.#look(), LOOK_EVERY_MS);
    // The offer speaks of channels as soon as there is one; the others need not keep it waiting.
    const state = this.#openChannel("state");
    if (options.initiate) this.#begin();
    this.channels = { state, chat: this.#openChannel("chat"), files: this.#openChannel("files") };
  }

  get connection(): ConnectionState {
    return this.#recovery.state;
  }

  /** Whether a description comes from another page than the one we are connected to: a reload. */
  isFromAnotherPage(description: Description): boolean {
    const session = sessionOf(description);
    return session !== null && this.#remoteSession !== null && session !== this.#remoteSession;
  }

  async describe(description: Description): Promise<void> {
    const pc = this.#pc;
    const readyForOffer =
      !this.#makingOffer && (pc.signalingState === "stable" || this.#isSettingRemoteAnswerPending);
    const offerCollision = description.type === "offer" && !readyForOffer;
    this.#ignoreOffer = !this.#polite && offerCollision;
    if (this.#ignoreOffer) return;
    try {
      this.#isSettingRemoteAnswerPending = description.type === "answer";
      this.#remoteSession = sessionOf(description) ?? this.#remoteSession;
      await pc.setRemoteDescription({ type: description.type, sdp: description.sdp ?? "" });
      this.#isSettingRemoteAnswerPending = false;
      if (description.type === "offer") {
        this.#mayOffer = true;
        this.#adoptCamera();
        await pc.setLocalDescription();
        this.#sendLocal();
      }
      if (pc.signalingState === "stable") this.#sending.favour();
    } catch {
      // Unusable or too late; a restart or the next description mends what can be mended.
      this.#isSettingRemoteAnswerPending = false;
    }
  }

  addCandidate(candidate: Candidate | null): void {
    if (candidate === null) return;
    // A candidate of an ignored offer or of an earlier round is of no use, and no harm.
    this.#pc.addIceCandidate(candidate).catch(() => undefined);
  }

  setTrack(kind: Kind, track: MediaStreamTrack | null): void {
    if (this.#tracks[kind] === track) return;
    this.#tracks[kind] = track;
    this.#camera?.[kind].sender.replaceTrack(track).catch(() => undefined);
  }

  /** Sends another stream next to the camera's, or no longer. */
  setScreen(stream: MediaStream | null): void {
    this.#screenStream = stream;
    if (this.#camera !== null) this.#sendScreen();
  }

  /** Uses these from the next search for a way on. */
  setIceServers(iceServers: IceServer[]): void {
    this.#pc.setConfiguration({ ...this.#pc.getConfiguration(), iceServers });
  }

  /** Repairs what may have been lost between two sessions; `lead` on the side that has a new one. */
  resync(lead: boolean): void {
    if (this.#pc.signalingState === "have-local-offer") this.#sendLocal();
    else if (lead && this.connection !== "connected") this.restart();
  }

  /** Looks for a new way to the peer, because the network has changed. */
  restart(): void {
    this.#recovery.restart();
  }

  close(): void {
    clearInterval(this.#lookTimer);
    this.#recovery.stop();
    this.#sending.stop();
    this.#pc.onconnectionstatechange = this.#pc.ontrack = this.#pc.onicecandidate = null;
    this.#pc.close();
  }

  async #look(): Promise<void> {
    if (this.#pc.connectionState !== "connected") return;
    const stats: ReadonlyMap<string, unknown> = new Map(await this.#pc.getStats());
    if (this.#pc.connectionState !== "connected") return;
    this.#recovery.heard(signsOfLife(stats));
    this.#events.path(pathOf(stats));
  }

  #openChannel(label: keyof typeof CHANNEL_IDS): Channel {
    const raw = this.#pc.createDataChannel(label, { negotiated: true, id: CHANNEL_IDS[label] });
    return new DataChannel(raw, () => this.#pc.sctp?.maxMessageSize);
  }

  #listen(): void {
    const pc = this.#pc;
    pc.onnegotiationneeded = () => {
      if (this.#mayOffer) void this.#negotiate();
    };
    pc.onicecandidate = ({ candidate }) => {
      if (isWorthSending(candidate)) this.#events.candidate(candidateOf(candidate));
    };
    pc.onconnectionstatechange = () => {
      if (pc.connectionState === "connected") this.#sending.connected();
      this.#recovery.transportIs(pc.connectionState);
    };
    pc.ontrack = ({ track, transceiver, streams }) => {
      this.#adoptCamera();
      const place = this.#isCamera(transceiver) ? "camera" : "other";
      this.#events.track({ track, place, streamId: streams[0]?.id ?? null });
    };
  }

  /** The first offer, made with what there is: tracks that come later take these places. */
  #begin(): void {
    const add = (kind: Kind) =>
      this.#pc.addTransceiver(this.#tracks[kind] ?? kind, { streams: [this.#cameraStream] });
    this.#camera = { audio: add("audio"), video: add("video") };
    // What is wished for is lost while a description is being made.
    this.#sendCamera(this.#camera);
    this.#sendScreen();
    void this.#negotiate();
  }

  async #negotiate(): Promise<void> {
    try {
      this.#makingOffer = true;
      await this.#pc.setLocalDescription();
      this.#sendLocal();
    } catch {
      // The connection was closed meanwhile.
    } finally {
      this.#makingOffer = false;
    }
  }

  #sendLocal(): void {
    const local = this.#pc.localDescription;
    if (local !== null) this.#events.description({ type: local.type, sdp: local.sdp });
  }

  /** Takes the places that the peer's offer has for voice and face, if ours are not in use. */
  #adoptCamera(): void {
    if (this.#camera !== null && this.#camera.audio.mid !== null) return;
    const [audio, video] = [this.#firstNegotiated("audio"), this.#firstNegotiated("video")];
    if (audio === undefined || video === undefined) return;
    this.#camera?.audio.stop();
    this.#camera?.video.stop();
    this.#camera = { audio, video };
    for (const [kind, { sender }] of [
      ["audio", audio],
      ["video", video],
    ] as const) {
      this.#camera[kind].direction = "sendrecv";
      sender.setStreams(this.#cameraStream);
      sender.replaceTrack(this.#tracks[kind]).catch(() => undefined);
      if (this.#screen.length === 0) this.#sendScreen();
    }
    this.#sendCamera(this.#camera);
  }

  #sendCamera({ audio, video }: Record<Kind, RTCRtpTransceiver>): void {
    this.#sending.use({ audio: audio.sender, video: video.sender }, this.#tracks.video);
  }

  /** Only after the camera has its places: the first voice and picture must be the camera's. */
  #sendScreen(): void {
    for (const transceiver of this.#screen.splice(0)) transceiver.stop();
    const stream = this.#screenStream;
    for (const track of stream?.getTracks() ?? []) {
      const streams = stream === null ? [] : [stream];
      const sendEncodings = track.kind === "video" ? [SCREEN_ENCODING] : [];
      this.#screen.push(
        this.#pc.addTransceiver(track, { direction: "sendonly", streams, sendEncodings }),
      );
    }
  }

  #firstNegotiated(kind: Kind): RTCRtpTransceiver | undefined {
    return this.#pc
      .getTransceivers()
      .find(({ mid, receiver }) => mid !== null && receiver.track.kind === kind);
  }

  #isCamera(transceiver: RTCRtpTransceiver): boolean {
    return transceiver === this.#camera?.audio || transceiver === this.#camera?.video;
  }
}
