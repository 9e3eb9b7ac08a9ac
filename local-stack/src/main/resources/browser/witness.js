// Watches a page from outside its code: which peer connections it opened and when, when the first frame of a remote
// video was shown, and which signaling instances took it in. Times are milliseconds since the epoch, so that those of
// two browsers on one machine can be compared.
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const witness = {
    connections: [],
    connectionAt: [],
    connected: new Set(),
    firstRemoteFrameAt: null,
    faceShown: () => undefined,
    instances: [],
    pressed: {},
  };
  Object.defineProperty(window, "__witness", { value: witness });

  const NativeConnection = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends NativeConnection {
    constructor(...options) {
      const at = now();
      super(...options);
      witness.connections.push(this);
      witness.connectionAt.push(at);
      this.addEventListener("connectionstatechange", () => {
        if (this.connectionState === "connected") witness.connected.add(this);
      });
    }
  };

  const NativeSocket = window.WebSocket;
  window.WebSocket = class extends NativeSocket {
    constructor(...options) {
      super(...options);
      this.addEventListener("message", ({ data }) => {
        if (typeof data !== "string" || !data.includes('"instance"')) return;
        const { type, instance } = JSON.parse(data);
        if (type === "welcome" || type === "resumed") witness.instances.push(instance);
      });
    }
  };

  document.addEventListener(
    "click",
    ({ target }) => {
      const button = target instanceof Element && target.closest("button");
      if (button) witness.pressed[button.getAttribute("aria-label") ?? button.textContent.trim()] = now();
    },
    true,
  );

  const local = new WeakSet();
  for (const capture of ["getUserMedia", "getDisplayMedia"]) {
    const native = navigator.mediaDevices?.[capture]?.bind(navigator.mediaDevices);
    if (!native) continue;
    navigator.mediaDevices[capture] = async (constraints) => {
      const stream = await native(constraints);
      stream.getTracks().forEach((track) => local.add(track));
      return stream;
    };
  }

  const source = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "srcObject");
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
    ...source,
    set(stream) {
      source.set.call(this, stream);
      if (!(this instanceof HTMLVideoElement) || !stream) return;
      const tracks = stream.getTracks();
      if (tracks.some((track) => local.has(track))) return;
      this.requestVideoFrameCallback((at) => {
        witness.firstRemoteFrameAt ??= performance.timeOrigin + at;
        witness.faceShown();
      });
    },
  });

  /** When another's face was first shown, once it was. Looking again and again would make the page draw all the time. */
  witness.face = async () => {
    if (witness.firstRemoteFrameAt === null) {
      await new Promise((resolve, reject) => {
        witness.faceShown = resolve;
        setTimeout(() => reject(new Error("No face was shown for 30 seconds.")), 30_000);
      });
    }
    return witness.firstRemoteFrameAt;
  };

  /** Frames decoded and audio energy received so far, summed over all connections. */
  witness.received = async () => {
    const sum = { frames: 0, energy: 0, bytes: 0 };
    for (const connection of witness.connections) {
      if (connection.connectionState === "closed") continue;
      for (const report of (await connection.getStats()).values()) {
        if (report.type !== "inbound-rtp") continue;
        sum.bytes += report.bytesReceived ?? 0;
        if (report.kind === "video") sum.frames += report.framesDecoded ?? 0;
        if (report.kind === "audio") sum.energy += report.totalAudioEnergy ?? 0;
      }
    }
    return sum;
  };

  /** Types of the candidates in use on the newest connection, and how the own relay is reached; null when nothing is in use. */
  witness.route = async () => {
    const reports = await witness.connections.at(-1).getStats();
    const transport = [...reports.values()].find(({ type }) => type === "transport");
    const pair = reports.get(transport?.selectedCandidatePairId);
    if (!pair) return null;
    const local = reports.get(pair.localCandidateId);
    return {
      local: local.candidateType,
      remote: reports.get(pair.remoteCandidateId).candidateType,
      relayProtocol: local.relayProtocol ?? null,
    };
  };
})();
