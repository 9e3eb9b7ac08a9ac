import type { Channels } from "../rtc/peer";
import type { RoomMessage, Welcome } from "../signaling/options";
import type { ClientMessage, IceServer, LeaveReason, PeerInfo } from "../signaling/protocol";
import type { PeerView } from "./call-state";
import type { LocalMedia } from "./local-media";
import { RemotePeer } from "./remote-peer";

interface PeersEvents {
  changed(): void;
  /** This peer has a new connection, whose channels may still have to open. */
  connecting(peer: PeerInfo, channels: Channels): void;
  left(peerId: string): void;
  /** Nobody is left, because the last one hung up or was taken out. */
  deserted(reason: "left" | "removed"): void;
  stuck(): void;
}

interface PeersOptions {
  local: LocalMedia;
  send: (message: ClientMessage) => void;
  events: PeersEvents;
}

/** All others in the room. */
export class Peers {
  readonly #send: PeersOptions["send"];
  readonly #events: PeersEvents;
  readonly #all = new Map<string, { info: PeerInfo; remote: RemotePeer }>();
  #local: LocalMedia;
  #self = "";
  #iceServers: IceServer[] = [];

  constructor({ local, send, events }: PeersOptions) {
    this.#local = local;
    this.#send = send;
    this.#events = events;
  }

  get views(): PeerView[] {
    return [...this.#all.values()].map(({ remote }) => remote.view);
  }

  nameOf(peerId: string): string | undefined {
    return this.#all.get(peerId)?.info.name;
  }

  /** Who comes into the room offers to all that are there; who comes again repairs. */
  welcome({ self, peers, reconnecting = [], iceServers }: Welcome): void {
    this.#self = self;
    this.setIceServers(iceServers);
    for (const info of peers) {
      const known = this.#all.get(info.peer);
      if (known === undefined) this.#meet(info, true);
      else known.remote.resync();
    }
    for (const id of reconnecting) this.#all.get(id)?.remote.reconnecting();
    for (const [id, { remote }] of this.#all) {
      if (!peers.some(({ peer }) => peer === id)) remote.left();
    }
  }

  setIceServers(iceServers: IceServer[]): void {
    this.#iceServers = iceServers;
    for (const { remote } of this.#all.values()) remote.setIceServers(iceServers);
  }

  receive(message: RoomMessage): void {
    switch (message.type) {
      case "peer-joined":
        this.#joined(message.peer);
        break;
      case "peer-left":
        this.#left(message.peer, message.reason);
        break;
      case "peer-reconnecting":
        this.#all.get(message.peer)?.remote.reconnecting();
        break;
      case "peer-resumed":
        this.#resumed(message.peer);
        break;
      case "description":
        this.#all.get(message.from)?.remote.describe(message.description);
        break;
      case "candidate":
        this.#all.get(message.from)?.remote.addCandidate(message.candidate);
        break;
      case "chat":
      case "error":
        break;
    }
  }

  show(local: LocalMedia): void {
    this.#local = local;
    for (const { remote } of this.#all.values()) remote.show(local);
  }

  networkChanged(): void {
    for (const { remote } of this.#all.values()) remote.networkChanged();
  }

  sayBye(): void {
    for (const { remote } of this.#all.values()) remote.sayBye();
  }

  close(): void {
    for (const { remote } of this.#all.values()) remote.close();
    this.#all.clear();
  }

  #joined(info: PeerInfo): void {
    const known = this.#all.get(info.peer);
    if (known === undefined) {
      this.#meet(info, false);
    } else {
      known.info = info;
      known.remote.rejoined(info);
    }
  }

  /** It takes itself for connected with us, so that an offer must be ours if we have given it up. */
  #resumed(info: PeerInfo): void {
    const known = this.#all.get(info.peer);
    if (known === undefined) {
      this.#meet(info, true);
    } else {
      known.info = info;
      known.remote.resumed(info);
    }
  }

  #meet(info: PeerInfo, initiate: boolean): void {
    const id = info.peer;
    const events = {
      changed: () => this.#events.changed(),
      channels: (channels: Channels) => this.#events.connecting(info, channels),
      saidBye: () => this.#left(id, "left"),
      gone: () => this.#remove(id),
      stuck: () => this.#events.stuck(),
    };
    const facts = { self: this.#self, iceServers: this.#iceServers, local: this.#local };
    const remote = new RemotePeer({ info, ...facts, send: this.#send, events });
    this.#all.set(id, { info, remote });
    remote.start(initiate);
    this.#events.changed();
  }

  #left(id: string, reason: LeaveReason): void {
    switch (reason) {
      case "lost":
      case "replaced":
        this.#all.get(id)?.remote.left();
        break;
      case "left":
      case "removed":
        if (!this.#remove(id)) return;
        if (this.#all.size === 0) this.#events.deserted(reason);
        break;
    }
  }

  #remove(id: string): boolean {
    const known = this.#all.get(id);
    if (known === undefined) return false;
    this.#all.delete(id);
    known.remote.close();
    this.#events.left(id);
    this.#events.changed();
    return true;
  }
}
