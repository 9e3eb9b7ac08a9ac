import { Chat } from "../chat/chat";
import { Files } from "../files/files";
import type { Media } from "../rtc/media";
import { ScreenShare } from "../screen/screen-share";
import type { SignalingEnd } from "../signaling/ending";
import type { Enter, Resumed, RoomMessage, SignalingOptions, Welcome } from "../signaling/options";
import type { ClientMessage } from "../signaling/protocol";
import { SignalingClient } from "../signaling/signaling-client";
import { Store } from "../store";
import type { CallPhase, CallState, EndedBy, PeerView } from "./call-state";
import { localMedia } from "./local-media";
import { Peers } from "./peers";

export type { CallPhase, CallState, EndedBy, PeerView } from "./call-state";

export interface CallOptions {
  /** Asks for a fresh room pass; the same nonce only repeats the same attempt. */
  enter: Enter;
  /** What to come in with the first time, if it is known already. */
  key?: SignalingOptions["key"];
  media: Media;
  /** The origin of the page, such as `https://stoa.example`. */
  origin: string;
  /** Fires `online`, `pagehide` and `pageshow`; the window does. */
  page?: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  openSocket?: NonNullable<SignalingOptions["openSocket"]>;
}

/** What was said last needs a moment to leave before the connections are closed. */
const FAREWELL_MS = 200;
/** A socket that seems to be dead is not renewed more often than this. */
const RENEW_EVERY_MS = 8_000;
const TAKEN_OUT = "You were taken out of this call.";

/** One call in one room: from entering it to hanging up. */
export class Call extends Store<CallState> {
  readonly chat: Chat;
  readonly files = new Files();
  readonly screen = new ScreenShare();
  readonly #media: Media;
  readonly #page: NonNullable<CallOptions["page"]>;
  readonly #signaling: SignalingClient;
  readonly #peers: Peers;
  #started = false;
  #inRoom = false;
  #renewed = -Infinity;
  #unsubscribe: (() => void)[] = [];

  constructor(options: CallOptions) {
    super({
      phase: "connecting",
      endedBy: null,
      problem: null,
      instance: null,
      peers: [],
      liveSince: null,
    });
    this.#media = options.media;
    this.#page = options.page ?? globalThis;
    this.chat = new Chat({
      relay: (id, text) => this.#signaling.send({ type: "chat", id, text }),
    });
    this.#signaling = new SignalingClient({
      ...options,
      patient: () => this.state.phase === "live",
      events: {
        welcome: (message) => this.#welcomed(message),
        resumed: (message) => this.#resumed(message),
        message: (message) => this.#heard(message),
        settled: (message) => this.#settled(message),
        lost: (messages) => this.#lost(messages),
        iceServers: (servers) => this.#peers.setIceServers(servers),
        away: () => this.#away(),
        ended: (end) => this.#signalingEnded(end),
      },
    });
    this.#peers = this.#meetPeers();
  }

  get #isOver(): boolean {
    return this.state.phase === "ended" || this.state.phase === "failed";
  }

  start(): void {
    if (this.#started || this.#isOver) return;
    this.#started = true;
    const show = () => this.#peers.show(this.#local());
    show();
    this.#unsubscribe = [
      this.#media.subscribe(show),
      this.screen.subscribe(show),
      this.#on("online", () => {
        this.#signaling.renew();
        this.#peers.networkChanged();
      }),
      this.#on("pagehide", (event) => {
        this.#signaling.suspend();
        // Browsers that are in a hurry leave the others to find out by silence.
        if (!isPutAside(event)) this.#peers.close();
      }),
      this.#on("pageshow", (event) => {
        if (isPutAside(event)) this.#signaling.renew();
      }),
    ];
    this.#signaling.start();
  }

  hangUp(): void {
    this.#end("ended", "you", null);
  }

  #meetPeers(): Peers {
    return new Peers({
      local: this.#local(),
      send: (message) => this.#signaling.send(message),
      events: {
        changed: () => this.#refresh(),
        connecting: (peer, channels) => {
          this.chat.attach({ id: peer.peer, name: peer.name }, channels.chat);
          this.files.attach(peer.peer, channels.files);
        },
        left: (peerId) => {
          this.chat.detach(peerId);
          this.files.detach(peerId);
        },
        deserted: (reason) => this.#end("ended", reason === "left" ? "peer" : "server", null),
        stuck: () => this.#renewSignaling(),
      },
    });
  }

  #local() {
    return localMedia(this.#media.state, this.screen.state.stream);
  }

  #welcomed(message: Welcome): void {
    this.#inRoom = true;
    this.set({ instance: message.instance });
    this.#peers.welcome(message);
    this.chat.retry();
    this.#refresh();
  }

  /** Nothing was missed, so that there is nothing to repair. */
  #resumed({ instance, iceServers }: Resumed): void {
    this.#inRoom = true;
    this.set({ instance });
    this.#peers.setIceServers(iceServers);
    this.chat.retry();
    this.#refresh();
  }

  #settled(message: ClientMessage): void {
    if (message.type === "chat" && message.id !== undefined) this.chat.relaySettled(message.id);
  }

  /** Descriptions and candidates need no care: the welcome that follows repairs the connections. */
  #lost(messages: ClientMessage[]): void {
    for (const { type, id } of messages) {
      if (type === "chat" && id !== undefined) this.chat.relayLost(id);
    }
  }

  #heard(message: RoomMessage): void {
    if (message.type === "chat") {
      const name = this.#peers.nameOf(message.from);
      if (name === undefined) return;
      this.chat.receiveRelayed({ id: message.from, name }, message.id, message.text);
    } else if (message.type === "error") {
      if (message.ref !== undefined) this.chat.relayRefused(message.ref);
    } else {
      this.#peers.receive(message);
    }
  }

  #away(): void {
    this.#inRoom = false;
    this.#refresh();
  }

  #on(type: "online" | "pagehide" | "pageshow", listener: (event: Event) => void): () => void {
    this.#page.addEventListener(type, listener);
    return () => this.#page.removeEventListener(type, listener);
  }

  #renewSignaling(): void {
    const now = performance.now();
    if (now - this.#renewed < RENEW_EVERY_MS) return;
    this.#renewed = now;
    this.#signaling.renew();
  }

  #refresh(): void {
    if (this.#isOver) return;
    const peers = keepSame(this.state.peers, this.#peers.views);
    const isLive = peers.some(({ connection }) => connection === "connected");
    const liveSince = this.state.liveSince ?? (isLive ? Date.now() : null);
    const wasLive = liveSince !== null;
    this.set({ peers, liveSince, phase: phaseOf(isLive, wasLive, peers.length, this.#inRoom) });
  }

  #signalingEnded(end: SignalingEnd): void {
    switch (end.kind) {
      case "unreachable":
        this.#end("failed", null, "Stoa cannot be reached. Check your connection and try again.");
        break;
      case "refused":
        this.#end("failed", null, end.problem);
        break;
      case "closed":
        this.#closedByServer(end.reason);
        break;
    }
  }

  #closedByServer(reason: Extract<SignalingEnd, { kind: "closed" }>["reason"]): void {
    if (reason === "replaced") this.#end("ended", "elsewhere", null);
    else if (reason === "room-ended" || reason === "left") this.#end("ended", "server", null);
    else if (reason === "removed") this.#end("ended", "server", TAKEN_OUT);
    else if (reason === "room-full") this.#end("failed", null, "This room is full.");
    else this.#end("failed", null, "The connection to Stoa was refused. Reload this page.");
  }

  #end(phase: "ended" | "failed", endedBy: EndedBy | null, problem: string | null): void {
    if (this.#isOver) return;
    this.set({ phase, endedBy, problem, peers: [] });
    for (const unsubscribe of this.#unsubscribe.splice(0)) unsubscribe();
    if (endedBy === "you") this.#peers.sayBye();
    this.#signaling.leave();
    this.chat.close();
    this.files.close();
    this.screen.close();
    setTimeout(() => this.#peers.close(), endedBy === "you" ? FAREWELL_MS : 0);
  }
}

/** Whether the browser keeps the page, or has kept it, to show it again as it was. */
function isPutAside(event: Event): boolean {
  return (event as PageTransitionEvent).persisted;
}

function phaseOf(isLive: boolean, wasLive: boolean, peers: number, inRoom: boolean): CallPhase {
  if (isLive) return "live";
  if (wasLive && (peers > 0 || !inRoom)) return "reconnecting";
  return peers === 0 && inRoom ? "waiting-for-peer" : "connecting";
}

/** The views of before where nothing about them has changed, so that nothing is drawn anew for them. */
function keepSame(before: PeerView[], after: PeerView[]): PeerView[] {
  const isSame = (view: PeerView, i: number) => {
    const old = before[i];
    return (
      old !== undefined &&
      (Object.keys(view) as (keyof PeerView)[]).every((key) => view[key] === old[key])
    );
  };
  return before.length === after.length && after.every(isSame) ? before : after;
}
