// Written by the service's ProtocolExamplesTest (-Dupdate): what it really sends, reads and closes with.
import type { ClientMessage, closeReasons, ServerMessage } from "./protocol";

export const clientMessages = {
  description: [
    {
      type: "description",
      id: "c1",
      n: 1,
      to: "9dRfH1uEo6KgXa3SiNv8Cq",
      description: {
        type: "offer",
        sdp: "v=0\r\no=- 46117 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n",
      },
    },
    {
      type: "description",
      to: "9dRfH1uEo6KgXa3SiNv8Cq",
      description: {
        type: "rollback",
      },
    },
  ],
  candidate: [
    {
      type: "candidate",
      id: "c2",
      n: 2,
      to: "9dRfH1uEo6KgXa3SiNv8Cq",
      candidate: {
        candidate: "candidate:1 1 udp 2122260223 192.0.2.7 54400 typ host",
        sdpMid: "0",
        sdpMLineIndex: 0,
        usernameFragment: "x7Fq",
      },
    },
    {
      type: "candidate",
      to: "9dRfH1uEo6KgXa3SiNv8Cq",
      candidate: {
        candidate: "",
      },
    },
    {
      type: "candidate",
      to: "9dRfH1uEo6KgXa3SiNv8Cq",
      candidate: null,
    },
  ],
  chat: [
    {
      type: "chat",
      id: "c3",
      n: 3,
      text: "Which line?",
    },
    {
      type: "chat",
      text: "The second one.",
    },
  ],
  leave: [
    {
      type: "leave",
      id: "c4",
      n: 4,
    },
    {
      type: "leave",
    },
  ],
  closing: [
    {
      type: "closing",
      id: "c5",
      n: 5,
    },
    {
      type: "closing",
    },
  ],
} satisfies { [T in ClientMessage["type"]]: Extract<ClientMessage, { type: T }>[] };

export const serverMessages = {
  welcome: [
    {
      type: "welcome",
      protocol: 1,
      instance: "signaling-1",
      epoch: "u0Zt5wBy",
      seq: 17,
      self: "4VkQbT0xYc9sLr2WnJm7Pz",
      session: "room.4VkQbT0xYc9sLr2WnJm7Pz.nT4rQ8yLw2Kc7HsVb9Xe1GjMd5Pf3ZaU",
      resumeWithin: 300,
      peers: [
        {
          peer: "9dRfH1uEo6KgXa3SiNv8Cq",
          name: "Bob",
          role: "expert",
        },
      ],
      reconnecting: ["9dRfH1uEo6KgXa3SiNv8Cq"],
      iceServers: [
        {
          urls: ["stun:stun.example.org:3478"],
        },
        {
          urls: ["turn:turn.example.org:3478?transport=udp", "turns:turn.example.org:5349"],
          username: "1767226200:4VkQbT0xYc9sLr2WnJm7Pz",
          credential: "c2VjcmV0IG9mIHRoZSBtb21lbnQ=",
        },
      ],
    },
    {
      type: "welcome",
      protocol: 1,
      instance: "signaling-2",
      epoch: "u0Zt5wBy",
      seq: 1,
      self: "4VkQbT0xYc9sLr2WnJm7Pz",
      session: "room.4VkQbT0xYc9sLr2WnJm7Pz.bY6mS1kWq9Rv4DtHz8Nc2FxLj7Gp5EoT",
      resumeWithin: 300,
      peers: [],
      reconnecting: [],
      iceServers: [],
    },
  ],
  resumed: [
    {
      type: "resumed",
      seq: 40,
      instance: "signaling-2",
      received: 17,
      peers: [
        {
          peer: "9dRfH1uEo6KgXa3SiNv8Cq",
          name: "Bob",
          role: "expert",
        },
      ],
      reconnecting: ["9dRfH1uEo6KgXa3SiNv8Cq"],
      iceServers: [
        {
          urls: ["stun:stun.example.org:3478"],
        },
        {
          urls: ["turn:turn.example.org:3478?transport=udp", "turns:turn.example.org:5349"],
          username: "1767226200:4VkQbT0xYc9sLr2WnJm7Pz",
          credential: "c2VjcmV0IG9mIHRoZSBtb21lbnQ=",
        },
      ],
    },
    {
      type: "resumed",
      seq: 40,
      instance: "signaling-2",
      received: 0,
      peers: [],
      reconnecting: [],
      iceServers: [],
    },
  ],
  "peer-reconnecting": [
    {
      type: "peer-reconnecting",
      seq: 41,
      peer: "9dRfH1uEo6KgXa3SiNv8Cq",
    },
  ],
  "peer-resumed": [
    {
      type: "peer-resumed",
      seq: 42,
      peer: {
        peer: "9dRfH1uEo6KgXa3SiNv8Cq",
        name: "Bob",
        role: "expert",
      },
    },
  ],
  ack: [
    {
      type: "ack",
      n: 17,
    },
  ],
  "ice-servers": [
    {
      type: "ice-servers",
      iceServers: [
        {
          urls: ["stun:stun.example.org:3478"],
        },
        {
          urls: ["turn:turn.example.org:3478?transport=udp", "turns:turn.example.org:5349"],
          username: "1767226200:4VkQbT0xYc9sLr2WnJm7Pz",
          credential: "c2VjcmV0IG9mIHRoZSBtb21lbnQ=",
        },
      ],
    },
  ],
  "peer-joined": [
    {
      type: "peer-joined",
      seq: 18,
      peer: {
        peer: "9dRfH1uEo6KgXa3SiNv8Cq",
        name: "Bob",
        role: "expert",
      },
    },
  ],
  "peer-left": [
    {
      type: "peer-left",
      seq: 19,
      peer: "9dRfH1uEo6KgXa3SiNv8Cq",
      reason: "left",
    },
    {
      type: "peer-left",
      seq: 20,
      peer: "9dRfH1uEo6KgXa3SiNv8Cq",
      reason: "lost",
    },
    {
      type: "peer-left",
      seq: 21,
      peer: "9dRfH1uEo6KgXa3SiNv8Cq",
      reason: "replaced",
    },
    {
      type: "peer-left",
      seq: 22,
      peer: "9dRfH1uEo6KgXa3SiNv8Cq",
      reason: "removed",
    },
  ],
  description: [
    {
      type: "description",
      seq: 23,
      from: "9dRfH1uEo6KgXa3SiNv8Cq",
      description: {
        type: "answer",
        sdp: "v=0\r\no=- 46117 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n",
      },
    },
    {
      type: "description",
      seq: 24,
      from: "9dRfH1uEo6KgXa3SiNv8Cq",
      description: {
        type: "pranswer",
        sdp: "v=0\r\no=- 46117 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n",
      },
    },
    {
      type: "description",
      seq: 25,
      from: "9dRfH1uEo6KgXa3SiNv8Cq",
      description: {
        type: "rollback",
      },
    },
  ],
  candidate: [
    {
      type: "candidate",
      seq: 26,
      from: "9dRfH1uEo6KgXa3SiNv8Cq",
      candidate: {
        candidate: "candidate:1 1 udp 2122260223 192.0.2.7 54400 typ host",
        sdpMid: "0",
        sdpMLineIndex: 0,
        usernameFragment: "x7Fq",
      },
    },
    {
      type: "candidate",
      seq: 27,
      from: "9dRfH1uEo6KgXa3SiNv8Cq",
      candidate: {
        candidate: "",
      },
    },
    {
      type: "candidate",
      seq: 28,
      from: "9dRfH1uEo6KgXa3SiNv8Cq",
      candidate: null,
    },
  ],
  chat: [
    {
      type: "chat",
      seq: 29,
      from: "9dRfH1uEo6KgXa3SiNv8Cq",
      id: "c3",
      text: "Which line?",
      at: "2026-01-01T09:30:00.250Z",
    },
    {
      type: "chat",
      seq: 30,
      from: "9dRfH1uEo6KgXa3SiNv8Cq",
      text: "The second one.",
      at: "2026-01-01T09:30:02Z",
    },
  ],
  error: [
    {
      type: "error",
      code: "unknown-peer",
      message: "wait for the peer to join",
      ref: "c1",
      n: 4,
    },
    {
      type: "error",
      code: "bad-message",
      message: "send a JSON object with a type",
    },
  ],
} satisfies { [T in ServerMessage["type"]]: Extract<ServerMessage, { type: T }>[] };

export const closes = {
  left: {
    code: 1000,
    reconnect: false,
  },
  closing: {
    code: 1001,
    reconnect: true,
  },
  "not-utf8": {
    code: 1007,
    reconnect: false,
  },
  "too-large": {
    code: 1009,
    reconnect: false,
  },
  restarting: {
    code: 1012,
    reconnect: true,
  },
  unavailable: {
    code: 1013,
    reconnect: true,
  },
  "slow-consumer": {
    code: 4000,
    reconnect: true,
  },
  silent: {
    code: 4001,
    reconnect: true,
  },
  "bad-messages": {
    code: 4400,
    reconnect: false,
  },
  "pass-refused": {
    code: 4401,
    reconnect: true,
  },
  removed: {
    code: 4403,
    reconnect: false,
  },
  "not-resumed": {
    code: 4404,
    reconnect: true,
  },
  replaced: {
    code: 4409,
    reconnect: false,
  },
  "room-ended": {
    code: 4410,
    reconnect: false,
  },
  "room-full": {
    code: 4423,
    reconnect: false,
  },
  flood: {
    code: 4429,
    reconnect: false,
  },
} satisfies typeof closeReasons;
