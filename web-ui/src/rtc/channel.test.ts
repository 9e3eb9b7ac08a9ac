import { describe, expect, it } from "vitest";
import { DataChannel, type RawChannel } from "./channel";

const MIB = 1024 * 1024;

/** A data channel whose network takes nothing until it is told to. */
class FakeRaw {
  readyState: RTCDataChannelState = "open";
  binaryType: BinaryType = "blob";
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  onopen: RawChannel["onopen"] = null;
  onclose: RawChannel["onclose"] = null;
  onmessage: RawChannel["onmessage"] = null;
  onbufferedamountlow: RawChannel["onbufferedamountlow"] = null;

  send(data: string | Blob | ArrayBuffer | ArrayBufferView): void {
    if (data instanceof Uint8Array) this.bufferedAmount += data.length;
  }

  drainTo(amount: number): void {
    this.bufferedAmount = amount;
    if (amount <= this.bufferedAmountLowThreshold) this.onbufferedamountlow?.(new Event("low"));
  }

  receive(data: unknown): void {
    this.onmessage?.(new MessageEvent("message", { data }));
  }
}

function open(limit?: number) {
  const raw = new FakeRaw();
  return { raw, channel: new DataChannel(raw, () => limit) };
}

async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const now = new Promise<boolean>((resolve) => setImmediate(() => resolve(false)));
  return await Promise.race([promise.then(() => true), now]);
}

describe("back-pressure", () => {
  it("fills at most 15 MiB and goes on at 8", async () => {
    const { raw, channel } = open();
    const piece = new Uint8Array(256 * 1024);

    let blocked: Promise<void> | undefined;
    for (let i = 0; i < 100 && blocked === undefined; i++) {
      const sent = channel.sendBytes(piece);
      if (!(await isSettled(sent))) blocked = sent;
    }

    expect(raw.bufferedAmount).toBe(15 * MIB);
    raw.drainTo(9 * MIB);
    expect(await isSettled(blocked ?? Promise.resolve())).toBe(false);
    raw.drainTo(8 * MIB);
    await blocked;
  });

  it("ends the waiting when the channel closes", async () => {
    const { raw, channel } = open();
    raw.bufferedAmount = 15 * MIB;
    const blocked = channel.sendBytes(new Uint8Array(1));

    raw.onclose?.(new Event("close"));

    await expect(blocked).rejects.toThrow("closed");
  });

  it("sends messages no larger than the transport takes", () => {
    expect(open(65_536).channel.maxMessage).toBe(65_536);
    expect(open(1024 * MIB).channel.maxMessage).toBe(256 * 1024);
    expect(open().channel.maxMessage).toBe(256 * 1024);
  });
});

describe("what arrives", () => {
  it("is passed on by kind, and nothing else is", () => {
    const { raw, channel } = open();
    const heard: unknown[] = [];
    channel.listen({ text: (text) => heard.push(text), bytes: (bytes) => heard.push(bytes) });
    const bytes = new ArrayBuffer(3);

    for (const data of ["words", bytes, 7, null, {}, "x".repeat(70_000)]) raw.receive(data);

    expect(heard).toEqual(["words", bytes]);
  });
});

describe("a channel that is not open", () => {
  it("takes no text", () => {
    const { raw, channel } = open();
    raw.readyState = "closing";

    expect(channel.sendText("too late")).toBe(false);
  });
});
