import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type WebSocket, WebSocketServer } from "ws";
import { peerOf, readPlace, takePosted } from "../src/signaling/fake-events";
import type { FakeLink, FakeRoom, Numbered } from "../src/signaling/fake-room";

const PING_MS = 2_000;

/** An instance over real sockets on this machine, for tests; several share one room. */
export class LoopbackInstance {
  readonly #room: FakeRoom;
  readonly #blocksSockets: boolean;
  #server: Server | null = null;
  #port = 0;
  readonly #connections = new Set<{ destroy(): void }>();

  constructor(room: FakeRoom, blocksSockets = false) {
    this.#room = room;
    this.#blocksSockets = blocksSockets;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => void this.#answer(request, response));
    const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => "stoa.v1" });
    server.on("upgrade", (request, socket, head) => {
      if (this.#blocksSockets) socket.destroy();
      else sockets.handleUpgrade(request, socket, head, (it) => this.#accept(it, request));
    });
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    server.on("connection", (socket) => this.#connections.add(socket));
  }

  /** As when the process dies: no word to anybody. */
  async kill(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    for (const connection of this.#connections) connection.destroy();
    this.#connections.clear();
    if (server !== null) await new Promise((resolve) => server.close(resolve));
  }

  #accept(socket: WebSocket, request: IncomingMessage): void {
    const entry = (request.headers["sec-websocket-protocol"] ?? "").split(/, */)[1] ?? "";
    const link: FakeLink = {
      send: (message) => socket.send(JSON.stringify(message)),
      close: (code) => socket.close(code),
    };
    const session = entry.startsWith("stoa.pass.")
      ? this.#room.join(peerOf(entry.slice("stoa.pass.".length)), link)
      : this.#resume(entry.slice("stoa.resume.".length), link);
    if (session === null) return;
    socket.on("message", (data: Buffer) => {
      const error = this.#room.take(session, JSON.parse(data.toString()) as Numbered);
      if (error !== null) link.send(error);
      this.#room.scheduleAck(session);
    });
    socket.on("close", () => this.#room.away(session, link));
  }

  #resume(place: string, link: FakeLink): string | null {
    const { session } = readPlace(place);
    if (this.#room.resume(readPlace(place), link)) return session;
    link.close(4404);
    return null;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bearer = (request.headers.authorization ?? "").slice("Bearer ".length);
    if (request.url?.endsWith("/events")) {
      this.#stream(bearer, request.headers["stoa-resume"]?.toString(), response);
    } else if (request.url?.endsWith("/messages")) {
      const answer = takePosted(this.#room, bearer, await text(request));
      response.writeHead(answer.status).end(await answer.text());
    } else {
      const { peer, nonce } = JSON.parse(await text(request)) as Record<string, string>;
      response.end(JSON.stringify({ pass: `${peer}-${nonce}` }));
    }
  }

  #stream(pass: string, resume: string | undefined, response: ServerResponse): void {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    const link: FakeLink = {
      send: (message) => void response.write(`data: ${JSON.stringify(message)}\n\n`),
      close: (code) => void response.end(`event: close\ndata: {"code":${code}}\n\n`),
    };
    const session =
      resume === undefined ? this.#room.join(peerOf(pass), link) : this.#resume(resume, link);
    const pings = setInterval(() => response.write("event: ping\ndata: {}\n\n"), PING_MS);
    response.on("close", () => {
      clearInterval(pings);
      if (session !== null) this.#room.away(session, link);
    });
  }
}
