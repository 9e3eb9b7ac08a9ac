import { vi } from "vitest";
import type { SignalingEnd } from "./ending";
import type { Enter, SignalingOptions } from "./options";
import type { ClientMessage } from "./protocol";
import { SignalingClient } from "./signaling-client";
import { Ways } from "./ways";
import type { Socket } from "./web-socket-transport";

/** A socket whose other end is played by the test. */
class ScriptedSocket implements Socket {
  readyState: Socket["readyState"] = 0;
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
    const room = { epoch: "e", seq: 7, peers: [], reconnecting: [], iceServers: [] };
    const mine = { self: "me", session: "s.1", resumeWithin: 300 };
    this.receive({ type: "welcome", protocol: 1, instance: "signaling-1", ...room, ...mine });
  }

  resume(received: number): void {
    this.accept();
    const room = { seq: 9, peers: [], reconnecting: [], iceServers: [] };
    this.receive({ type: "resumed", instance: "signaling-2", received, ...room });
  }

  drop(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code } as CloseEvent);
  }
}

/** A client on its way into a room, and a record of all that it says. */
export function join(options: Partial<SignalingOptions> = {}) {
  const sockets: ScriptedSocket[] = [];
  const nonces: string[] = [];
  const heard: string[] = [];
  const ends: SignalingEnd[] = [];
  const lost: ClientMessage[] = [];
  const enter: Enter = (nonce) => {
    nonces.push(nonce);
    return Promise.resolve({ pass: `pass-${nonces.length}`, socketPath: "/api/socket" });
  };
  const client = new SignalingClient({
    enter,
    origin: "https://stoa.example",
    events: {
      welcome: () => heard.push("welcome"),
      resumed: () => heard.push("resumed"),
      message: ({ type }) => heard.push(type),
      settled: (message) => heard.push(`settled ${message.id}`),
      lost: (messages) => lost.push(...messages),
      iceServers: (servers) => heard.push(`${servers.length} ICE servers`),
      away: () => heard.push("away"),
      ended: (end) => ends.push(end),
    },
    openSocket: (url, protocols) => {
      const socket = new ScriptedSocket(url, protocols);
      sockets.push(socket);
      return socket;
    },
    ways: new Ways(),
    ...options,
  });
  client.start();
  const socket = async (number: number): Promise<ScriptedSocket> => {
    // Longer than the longest pause between two attempts.
    for (let i = 0; i < 110 && sockets.length < number; i++) await vi.advanceTimersByTimeAsync(100);
    const found = sockets[number - 1];
    if (found === undefined) throw new Error(`There is no socket number ${number}.`);
    return found;
  };
  return { client, sockets, nonces, heard, lost, ends, socket };
}
