import { type Channels, Peer } from "../rtc/peer";
import type {
  Candidate,
  ClientMessage,
  Description,
  IceServer,
  PeerInfo,
} from "../signaling/protocol";
import type { PeerView } from "./call-state";
import { whenIdle } from "./idle";
import type { LocalMedia } from "./local-media";
import { parsePeerMessage } from "./peer-message";
import { RemoteMedia } from "./remote-media";

interface RemotePeerEvents {
  changed(): void;
  /** A new connection has new channels. */
  channels(channels: Channels): void;
  saidBye(): void;
  /** It went without a word and did not come back. */
  gone(): void;
  /** Neither the connection nor signaling seems to reach it. */
  stuck(): void;
}

interface RemotePeerOptions {
  info: PeerInfo;
  /** Our own peer id. */
  self: string;
  iceServers: IceServer[];
  local: LocalMedia;
  send: (message: ClientMessage) => void;
  events: RemotePeerEvents;
}

/** Who comes into a room draws its page first: both at once make the connection wait, and the page of the other as well. */
const DRAWN_WITHIN_MS = 100;
/** The newcomer's offer is awaited for so long. */
const OFFER_WITHIN_MS = 3_000;
/** How long a peer that has left signaling without a word may be away if its connection is broken too. */
const GRACE_MS = 10_000;
/** A page that is away from signaling for less is not worth a word: its instance was restarted. */
const BLINK_MS = 1_500;

/** One of the others in the room, across reloads of its page. */
export class RemotePeer {
  readonly #options: RemotePeerOptions;
  #info: PeerInfo;
  #iceServers: IceServer[];
  #local: LocalMedia;
  /** Made with the first offer, ours or theirs: making it earlier was measured to gain nothing. */
  #peer: Peer | null = null;
  #shown: RemoteMedia;
  #path: PeerView["path"] = null;
  #wasConnected = false;
  /** The state channel ends when the other page goes. */
  #pageGone = false;
  #away = false;
  #reconnecting = false;
  /** Takes the offer back that we would make in a moment. */
  #offerNotYet: () => void = () => undefined;
  #graceTimer: ReturnType<typeof setTimeout> | undefined;
  #blinkTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RemotePeerOptions) {
    this.#options = options;
    this.#info = options.info;
    this.#iceServers = options.iceServers;
    this.#local = options.local;
    this.#shown = new RemoteMedia(() => options.events.changed());
  }

  /** `initiate` on the side that came later. */
  start(initiate: boolean): void {
    if (initiate) this.#offerNotYet = whenIdle(() => this.#connect(true), DRAWN_WITHIN_MS);
    else this.#awaitOffer();
  }

  get view(): PeerView {
    const { peer: id, name, role } = this.#info;
    const [path, reconnecting] = [this.#path, this.#reconnecting];
    const connection = this.#connection();
    return { id, name, role, connection, reconnecting, path, ...this.#shown.view };
  }

  describe(description: Description): void {
    const isOffer = description.type === "offer";
    if (this.#peer === null || this.#peer.isFromAnotherPage(description)) {
      this.#connect(!isOffer);
      if (!isOffer) return;
    }
    void this.#peer?.describe(description);
  }

  addCandidate(candidate: Candidate | null): void {
    this.#peer?.addCandidate(candidate);
  }

  /** Its page cannot be reached through signaling just now, and will hear all that is said meanwhile. */
  reconnecting(): void {
    clearTimeout(this.#blinkTimer);
    this.#blinkTimer = setTimeout(() => {
      this.#reconnecting = true;
      this.#options.events.changed();
    }, BLINK_MS);
  }

  /** The same page is back, and has missed nothing. */
  resumed(info: PeerInfo): void {
    this.#info = info;
    this.#present();
  }

  /** Signaling has given it up; the call itself goes on as long as it can, unless its page has closed it. */
  left(): void {
    this.#present();
    if (this.#pageGone) {
      this.#options.events.gone();
      return;
    }
    this.#away = true;
    this.#offerNotYet();
    this.#watch();
  }

  /** It is in the room again: the same page or, after a reload, another one, which will offer. */
  rejoined(info: PeerInfo): void {
    this.#info = info;
    this.#present();
    if (this.#peer === null) this.#awaitOffer();
    else this.#peer.resync(false);
  }

  setIceServers(iceServers: IceServer[]): void {
    this.#iceServers = iceServers;
    this.#peer?.setIceServers(iceServers);
  }

  /** We are in the room with a new session: what we said last may be lost. */
  resync(): void {
    this.#present();
    if (this.#peer === null) this.#connect(true);
    else this.#peer.resync(true);
  }

  show(local: LocalMedia): void {
    const before = this.#local;
    this.#local = local;
    this.#peer?.setTrack("audio", local.tracks.audio);
    this.#peer?.setTrack("video", local.tracks.video);
    if (before.screen !== local.screen) this.#peer?.setScreen(local.screen);
    const words = JSON.stringify(local.announcement);
    if (words !== JSON.stringify(before.announcement)) this.#peer?.channels.state.sendText(words);
  }

  networkChanged(): void {
    if (this.#wasConnected) this.#peer?.restart();
  }

  sayBye(): void {
    this.#peer?.channels.state.sendText(JSON.stringify({ type: "bye" }));
  }

  close(): void {
    clearTimeout(this.#graceTimer);
    this.#offerNotYet();
    clearTimeout(this.#blinkTimer);
    this.#peer?.close();
  }

  #awaitOffer(): void {
    this.#offerNotYet();
    const timer = setTimeout(() => this.#connect(true), OFFER_WITHIN_MS);
    this.#offerNotYet = () => clearTimeout(timer);
  }

  /** Makes a connection to the page that is there now, in place of the one before. */
  #connect(initiate: boolean): void {
    this.#offerNotYet();
    this.#peer?.channels.state.listen({});
    this.#peer?.close();
    const { self, send, events } = this.#options;
    const to = this.#info.peer;
    const media = new RemoteMedia(() => events.changed());
    this.#pageGone = false;
    const peer = new Peer({
      polite: self < to,
      initiate,
      iceServers: this.#iceServers,
      tracks: this.#local.tracks,
      events: {
        description: (description) => send({ type: "description", to, description }),
        candidate: (candidate) => send({ type: "candidate", to, candidate }),
        connection: () => this.#connectionChanged(),
        path: (path) => this.#travels(path),
        track: (track) => {
          // Until then the last picture of the page that went stays.
          this.#shown = media;
          media.add(track);
        },
        stuck: () => events.stuck(),
      },
    });
    if (this.#local.screen !== null) peer.setScreen(this.#local.screen);
    peer.channels.state.listen({
      opened: () => peer.channels.state.sendText(JSON.stringify(this.#local.announcement)),
      text: (text) => this.#heard(media, text),
      closed: () => {
        this.#pageGone = true;
        this.#watch();
      },
    });
    this.#peer = peer;
    events.channels(peer.channels);
    events.changed();
  }

  #heard(media: RemoteMedia, text: string): void {
    const message = parsePeerMessage(text);
    if (message?.type === "state") media.announced(message);
    else if (message?.type === "bye") this.#options.events.saidBye();
  }

  #connection(): PeerView["connection"] {
    const state = this.#peer?.connection ?? "connecting";
    if (state === "connected") return this.#pageGone ? "interrupted" : state;
    return state === "connecting" && this.#wasConnected ? "interrupted" : state;
  }

  #connectionChanged(): void {
    this.#watch();
    if (this.#peer?.connection === "connected") this.#wasConnected = true;
  }

  #travels(path: PeerView["path"]): void {
    if (path === this.#path) return;
    this.#path = path;
    this.#options.events.changed();
  }

  #present(): void {
    clearTimeout(this.#blinkTimer);
    this.#away = false;
    this.#reconnecting = false;
    this.#watch();
  }

  /** Who is away and not connected either has a little time to come back. */
  #watch(): void {
    if (!this.#away || this.#connection() === "connected") {
      clearTimeout(this.#graceTimer);
      this.#graceTimer = undefined;
    } else {
      this.#graceTimer ??= setTimeout(() => this.#options.events.gone(), GRACE_MS);
    }
    this.#options.events.changed();
  }
}
