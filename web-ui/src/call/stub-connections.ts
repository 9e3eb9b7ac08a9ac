import { vi } from "vitest";
import { FakeConnection } from "../rtc/fake-connection";

class DataChannelStub extends EventTarget {
  readyState = "connecting";
  onclose: ((event: Event) => void) | null = null;
  close = () => undefined;
}

const channelsOf = new WeakMap<FakeConnection, DataChannelStub[]>();

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
        const channel = new DataChannelStub();
        channelsOf.set(this, [...(channelsOf.get(this) ?? []), channel]);
        return channel;
      }
    },
  );
  return connections;
}

/** The media flow. */
export async function connected(connection: FakeConnection | undefined): Promise<void> {
  if (connection === undefined) throw new Error("There is no connection.");
  connection.become("connected");
  await vi.advanceTimersByTimeAsync(1);
}

/** The page at the other end has closed its connection, which the data channels are the first to tell. */
export function closedByPage(connection: FakeConnection | undefined): void {
  if (connection === undefined) throw new Error("There is no connection.");
  for (const channel of channelsOf.get(connection) ?? []) {
    channel.readyState = "closed";
    channel.onclose?.(new Event("close"));
  }
}
