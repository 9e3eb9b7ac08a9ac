// A relay as socket.io's documentation suggests it: rooms, the Redis streams adapter, connection state recovery.
// Usage: node server.mjs PORT REDIS_URL
import { createServer } from "node:http";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { createClient } from "redis";
import { Server } from "socket.io";

const [port, url] = process.argv.slice(2);

const redis = createClient({ url });
redis.on("error", (error) => console.error(error));
await redis.connect();

const http = createServer((request, response) => response.end("ready"));
const io = new Server(http, {
  // Ten times the default length: an instance that reads a second late shall not lose what was trimmed meanwhile.
  adapter: createAdapter(redis, { onlyPlaintext: true, maxLen: 100_000 }),
  connectionStateRecovery: {},
  transports: ["websocket"],
});

io.on("connection", (socket) => {
  const { room } = socket.handshake.auth;
  socket.join(room);
  socket.on("signal", (message) => socket.to(room).emit("signal", message));
});

http.listen(Number(port), "127.0.0.1");
