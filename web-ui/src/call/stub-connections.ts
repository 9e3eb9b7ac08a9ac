import { vi } from "vitest";
import { FakeConnection } from "../rtc/fake-connection";

class DataChannelStub extends EventTarget {
  readyState = "connecting";
  close = () => undefined;
}

/** Lets whatever is under test make scripted connections, over which something arrives all the time. */
export function stubConnections(): FakeConnection[] {
  const connections: FakeConnection[] = [];
  vi.stubGlobal("MediaStream", class {});
  vi.stubGlobal(
    "RTCPeerConnection",
    class extends FakeConnection {
      constructor(configuration: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }

      override getStats = () => {
        const pair = { type: "candidate-pair", selected: true, bytesReceived: performance.now() };
        return Promise.resolve(new Map([["pair", pair]]));
      };

      override createDataChannel() {
        return new DataChannelStub();
      }
    },
  );
  return connections;
}

/** The media flow. */
export async function connected(connection: FakeConnection | undefined): Promise<void> {
  if (connection === undefined) throw new Error("There is no connection.");
  connection.connectionState = "connected";
  connection.onconnectionstatechange?.();
  await vi.advanceTimersByTimeAsync(1);
}
