import { describe, expect, it } from "vitest";
import { PairedChannel } from "../rtc/channel-pair";
import { eventually } from "../testing/eventually";
import { Files, type Transfer } from "./files";

const MIB = 1024 * 1024;

function meet() {
  const channels = PairedChannel.pair();
  const [ada, ben] = [new Files(), new Files()];
  ada.attach("ben", channels[0]);
  ben.attach("ada", channels[1]);
  channels[0].open();
  return { ada, ben, channels };
}

function bytes(size: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8)) % 256);
}

function file(size: number, name = "notes.pdf"): File {
  return new File([bytes(size)], name, { type: "text/html" });
}

const last = (files: Files): Transfer => {
  const transfer = files.state.transfers.at(-1);
  if (transfer === undefined) throw new Error("There is no transfer.");
  return transfer;
};

async function inPhase(files: Files, phase: Transfer["phase"]): Promise<Transfer> {
  await eventually(() => expect(last(files).phase).toBe(phase));
  return last(files);
}

describe("giving a file", () => {
  it.each([0, 1, 256 * 1024, 9 * MIB + 1])("arrives whole with %i bytes", async (size) => {
    const { ada, ben } = meet();
    ada.offer(file(size));
    const { id } = await inPhase(ben, "offered");

    ben.accept(id);
    const received = await inPhase(ben, "done");

    const content = new Uint8Array((await received.blob?.arrayBuffer()) ?? []);
    expect(content.length).toBe(size);
    expect(Buffer.compare(content, bytes(size))).toBe(0);
    expect(await inPhase(ada, "done")).toMatchObject({ mine: true, moved: size, blob: null });
  });

  it("never gives a received file the type its sender claims", async () => {
    const { ada, ben } = meet();
    ada.offer(file(10, "page.html"));

    ben.accept((await inPhase(ben, "offered")).id);

    expect((await inPhase(ben, "done")).blob?.type).toBe("application/octet-stream");
  });

  it("moves nothing before it is accepted", async () => {
    const { ada, ben, channels } = meet();

    ada.offer(file(MIB));
    await inPhase(ben, "offered");

    expect(channels[0].sent.filter((it) => typeof it !== "string")).toEqual([]);
  });

  it("crosses both ways at once", async () => {
    const { ada, ben } = meet();
    ada.offer(file(MIB, "from ada"));
    ben.offer(file(MIB, "from ben"));
    await eventually(() => expect(ada.state.transfers).toHaveLength(2));
    await eventually(() => expect(ben.state.transfers).toHaveLength(2));

    for (const files of [ada, ben]) {
      for (const { id, mine } of files.state.transfers) if (!mine) files.accept(id);
    }

    await eventually(() => {
      const all = [...ada.state.transfers, ...ben.state.transfers];
      expect(all.map(({ phase }) => phase)).toEqual(["done", "done", "done", "done"]);
    });
  });

  it("offers the next file when the one before is over", async () => {
    const { ada, ben } = meet();
    ada.offer(file(10, "first"));
    ada.offer(file(10, "second"));
    const { id } = await inPhase(ben, "offered");
    expect(ben.state.transfers).toHaveLength(1);

    ben.decline(id);

    await eventually(() => expect(last(ben).name).toBe("second"));
    expect(ada.state.transfers.map(({ phase }) => phase)).toEqual(["declined", "offered"]);
  });
});

describe("ending early", () => {
  it("can be withdrawn by the one who gives", async () => {
    const { ada, ben } = meet();
    ada.offer(file(MIB));
    await inPhase(ben, "offered");

    ada.cancel(last(ada).id);

    expect((await inPhase(ben, "cancelled")).problem).toBe("The other side cancelled.");
    expect(last(ada)).toMatchObject({ phase: "cancelled", problem: null });
  });

  it("can be cancelled by the one who takes, and the next file still arrives", async () => {
    const { ada, ben } = meet();
    ada.offer(file(40 * MIB));
    ben.accept((await inPhase(ben, "offered")).id);
    await inPhase(ben, "moving");

    ben.cancel(last(ben).id);
    await inPhase(ada, "cancelled");
    ada.offer(file(MIB));
    ben.accept((await inPhase(ben, "offered")).id);

    await inPhase(ben, "done");
  });

  it("fails in plain words when the peer is gone", async () => {
    const { ada, ben, channels } = meet();
    ada.offer(file(40 * MIB));
    ben.accept((await inPhase(ben, "offered")).id);
    await inPhase(ben, "moving");

    channels[0].close();

    const problem = "The connection ended before the file was complete.";
    expect(await inPhase(ada, "failed")).toMatchObject({ problem });
    expect(await inPhase(ben, "failed")).toMatchObject({ problem, blob: null });
  });

  it("fails at once when nobody is there or the file is too large", () => {
    const alone = new Files();
    alone.offer(file(1));
    expect(last(alone)).toMatchObject({ phase: "failed", problem: expect.any(String) as string });

    const { ada } = meet();
    ada.offer(Object.defineProperty(file(1), "size", { value: 3 * 1024 * MIB }));
    expect(last(ada).problem).toBe("This file is larger than 2 GiB.");
  });

  it("fails when the file can no longer be read", async () => {
    const { ada, ben } = meet();
    const moved = file(MIB);
    moved.slice = () => {
      const blob = new Blob();
      blob.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotFoundError"));
      return blob;
    };
    ada.offer(moved);

    ben.accept((await inPhase(ben, "offered")).id);

    expect((await inPhase(ada, "failed")).problem).toMatch(/can no longer be read/);
    await inPhase(ben, "cancelled");
  });
});

describe("a hostile sender", () => {
  /** The sender's end of the channel, without our code behind it. */
  function hostile() {
    const [sender, receiver] = PairedChannel.pair();
    const files = new Files();
    files.attach("mallory", receiver);
    sender.open();
    const tell = (message: unknown) => sender.sendText(JSON.stringify(message));
    const offer = (change: object = {}) =>
      tell({ type: "offer", id: "x1", name: "n", size: 64 * MIB, piece: 262_144, ...change });
    return { files, sender, tell, offer };
  }

  it.each([
    { size: -1 },
    { size: 1.5 },
    { size: 3 * 1024 * MIB },
    { size: "9" },
    { piece: 1 },
    { piece: MIB },
    { name: 7 },
    { id: "../x" },
  ])("cannot offer %j", async (change) => {
    const { files, offer, tell } = hostile();

    offer(change);
    tell({ type: "offer", id: "fine", name: "fine", size: 1, piece: 262_144 });

    expect((await inPhase(files, "offered")).name).toBe("fine");
    expect(files.state.transfers).toHaveLength(1);
  });

  it("cannot push more than one offer at a time", async () => {
    const { files, offer } = hostile();

    for (let i = 0; i < 200; i++) offer({ id: `x${i}` });
    await inPhase(files, "offered");

    expect(files.state.transfers).toHaveLength(1);
  });

  it("is not listened to before the file is accepted", async () => {
    const { files, offer, sender } = hostile();
    offer();
    await inPhase(files, "offered");

    await sender.sendBytes(bytes(262_144));
    await Promise.resolve();

    expect(last(files)).toMatchObject({ phase: "offered", moved: 0 });
  });

  it("cannot send more than it announced", async () => {
    const { files, offer, sender } = hostile();
    offer({ size: 100 });
    files.accept((await inPhase(files, "offered")).id);

    await sender.sendBytes(bytes(101));

    expect((await inPhase(files, "failed")).problem).toMatch(/something else than/);
  });

  it("cannot send ahead of what it may", async () => {
    const { files, offer, sender } = hostile();
    offer({ size: 1024 * MIB });
    files.accept((await inPhase(files, "offered")).id);

    const piece = bytes(262_144);
    for (let sent = 0; sent <= 33 * MIB; sent += piece.length) void sender.sendBytes(piece);

    expect((await inPhase(files, "failed")).problem).toMatch(/something else than/);
  });

  it("cannot pass off another content, or a part", async () => {
    for (const size of [10, 11]) {
      const { files, offer, sender, tell } = hostile();
      offer({ size });
      files.accept((await inPhase(files, "offered")).id);

      await sender.sendBytes(bytes(10));
      tell({ type: "end", id: "x1", digest: "0".repeat(64) });

      expect(await inPhase(files, "failed")).toMatchObject({ blob: null });
    }
  });
});

describe("a hostile receiver", () => {
  it("cannot make us send or believe anything out of turn", async () => {
    const [mallory, ours] = PairedChannel.pair();
    const files = new Files();
    files.attach("mallory", ours);
    mallory.open();
    files.offer(file(MIB));
    const { id } = last(files);

    const digest = "0".repeat(64);
    for (const noise of [
      { type: "received", id, digest },
      { type: "credit", id, moved: 9, credit: 9 },
      { type: "accept", id: "other", credit: 9 },
      { type: "accept", id, credit: -1 },
      { type: "unheard-of", id },
    ]) {
      mallory.sendText(JSON.stringify(noise));
    }
    mallory.sendText("not even JSON");
    await Promise.resolve();

    expect(last(files)).toMatchObject({ phase: "offered", moved: 0 });
  });

  it("is believed only with the right digest", async () => {
    const [mallory, ours] = PairedChannel.pair();
    const files = new Files();
    files.attach("mallory", ours);
    mallory.open();
    files.offer(file(10));
    const { id } = last(files);
    mallory.sendText(JSON.stringify({ type: "accept", id, credit: 10 }));
    await inPhase(files, "checking");

    mallory.sendText(JSON.stringify({ type: "received", id, digest: "0".repeat(64) }));

    await inPhase(files, "failed");
  });
});
