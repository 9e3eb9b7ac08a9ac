import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PairedChannel } from "../rtc/channel-pair";
import { Chat } from "./chat";

const ADA = { id: "ada", name: "Ada" };
const BEN = { id: "ben", name: "Ben" };

/** Two chats that share a signaling, which may be down, and a data channel, which may be closed. */
function meet() {
  const signaling = { up: true, passed: 0 };
  const relay = (id: string, from: () => Chat, pass: () => void) => {
    if (!signaling.up) return false;
    signaling.passed++;
    queueMicrotask(() => {
      pass();
      from().relaySettled(id);
    });
    return true;
  };
  const ada: Chat = new Chat({
    relay: (id, text): boolean =>
      relay(
        id,
        () => ada,
        () => ben.receiveRelayed(ADA, id, text),
      ),
  });
  const ben: Chat = new Chat({
    relay: (id, text): boolean =>
      relay(
        id,
        () => ben,
        () => ada.receiveRelayed(BEN, id, text),
      ),
  });
  const channels = PairedChannel.pair();
  ada.attach(BEN, channels[0]);
  ben.attach(ADA, channels[1]);
  return { ada, ben, signaling, channels, open: () => channels[0].open() };
}

const texts = (chat: Chat) => chat.state.messages.map(({ text }) => text);
const deliveries = (chat: Chat) => chat.state.messages.map(({ delivery }) => delivery);
const settle = () => vi.advanceTimersByTimeAsync(10);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("sending", () => {
  it("goes over the data channel when it is open, and is sent once the peer confirms", async () => {
    const { ada, ben, signaling, open } = meet();
    open();

    ada.send("hello");
    expect(deliveries(ada)).toEqual(["sending"]);
    await settle();

    expect(ben.state.messages).toMatchObject([{ mine: false, from: "Ada", text: "hello" }]);
    expect(deliveries(ada)).toEqual(["sent"]);
    expect(signaling.passed).toBe(0);
  });

  it("goes through signaling when no channel is open", async () => {
    const { ada, ben } = meet();

    ada.send("can you hear me?");
    await settle();

    expect(texts(ben)).toEqual(["can you hear me?"]);
    expect(deliveries(ada)).toEqual(["sent"]);
  });

  it("waits while there is no way at all", async () => {
    const { ada, ben, signaling, open } = meet();
    signaling.up = false;
    ada.send("later");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(deliveries(ada)).toEqual(["sending"]);

    open();
    await settle();

    expect(texts(ben)).toEqual(["later"]);
    expect(deliveries(ada)).toEqual(["sent"]);
  });

  it("waits while nobody is there", async () => {
    const { ada, ben, channels } = meet();
    ada.detach(BEN.id);
    ada.send("anybody?");
    await settle();
    expect(texts(ben)).toEqual([]);

    ada.attach(BEN, channels[0]);
    await settle();

    expect(texts(ben)).toEqual(["anybody?"]);
  });

  it("takes no empty and no overlong text", () => {
    const { ada } = meet();

    expect([ada.send("   "), ada.send("x".repeat(4_001)), ada.send("x".repeat(4_000))]).toEqual([
      false,
      false,
      true,
    ]);
    expect(ada.state.messages).toHaveLength(1);
  });

  it("has failed when signaling refuses it, or when the call ends first", async () => {
    const { ada, signaling } = meet();
    ada.send("refused");
    ada.relayRefused(ada.state.messages[0]?.id ?? "");
    signaling.up = false;
    ada.send("too late");

    ada.close();
    await settle();

    expect(deliveries(ada)).toEqual(["failed", "failed"]);
  });
});

describe("changing ways", () => {
  it("sends again through signaling what the channel did not deliver", async () => {
    const { ada, ben, channels, open } = meet();
    open();
    channels[0].deaf = true;
    ada.send("lost on the way");
    await settle();
    expect(texts(ben)).toEqual([]);

    channels[0].close();
    await settle();

    expect(texts(ben)).toEqual(["lost on the way"]);
  });

  it("shows once what comes both ways", async () => {
    const { ada, ben, channels, open } = meet();
    open();
    // The message arrives, only the confirmation does not.
    channels[1].deaf = true;
    ada.send("twice");
    await settle();

    channels[0].close();
    await settle();

    expect(texts(ben)).toEqual(["twice"]);
    expect(deliveries(ada)).toEqual(["sent"]);
  });

  it("sends again what signaling may have lost", () => {
    const relayed: string[] = [];
    const ada = new Chat({ relay: (id) => relayed.push(id) > 0 });
    ada.attach(BEN, PairedChannel.pair()[0]);
    ada.send("on the way when the session ended");
    const [id = ""] = relayed;

    ada.relayLost(id);
    ada.retry();
    expect(relayed).toEqual([id, id]);
    expect(deliveries(ada)).toEqual(["sending"]);

    ada.relaySettled(id);
    expect(deliveries(ada)).toEqual(["sent"]);
  });

  it("takes a channel that opens while signaling holds a message", async () => {
    const { ada, ben, channels } = meet();
    const held = new Chat({ relay: () => true });
    held.attach(BEN, channels[0]);
    held.send("kept by signaling, which is away");

    channels[0].open();
    await settle();

    expect(texts(ben)).toEqual(["kept by signaling, which is away"]);
    expect([deliveries(held), deliveries(ada)]).toEqual([["sent"], []]);
  });

  it("keeps the order when a later message takes the faster way", () => {
    const { ada, ben } = meet();
    ada.send("first");
    ada.send("second");
    const [first, second] = ada.state.messages.map(({ id }) => id);
    const other = new Chat({ relay: () => false });

    other.receiveRelayed(ADA, second, "second");
    other.receiveRelayed(ADA, first, "first");

    expect(texts(other)).toEqual(["first", "second"]);
    expect(texts(ben)).toEqual([]);
  });

  it("has the same order on both sides when both write at once", async () => {
    const { ada, ben, open } = meet();
    open();

    for (let i = 0; i < 20; i++) {
      ada.send(`ada ${i}`);
      ben.send(`ben ${i}`);
      if (i % 3 === 0) await settle();
    }
    await settle();

    expect(texts(ada)).toHaveLength(40);
    expect(texts(ben)).toEqual(texts(ada));
  });

  it("puts what a reloaded page with a slow clock writes below what is there", async () => {
    const { ada, open, channels } = meet();
    open();
    ada.send("before the reload");
    await settle();
    channels[0].close();
    const reloaded = new Chat({ relay: () => false, now: () => Date.now() - 600_000 });
    const fresh = PairedChannel.pair();
    ada.attach(BEN, fresh[0]);
    reloaded.attach(ADA, fresh[1]);

    fresh[0].open();
    await settle();
    reloaded.send("after the reload");
    await settle();

    expect(texts(ada)).toEqual(["before the reload", "after the reload"]);
  });
});

describe("a hostile peer", () => {
  it.each([
    "",
    "null",
    "[]",
    '{"type":"message"}',
    '{"type":"message","id":"1.a","text":7}',
    '{"type":"message","id":"no clock","text":"x"}',
    '{"type":"message","id":"zzzzzzzzzzzz.a","text":"x"}',
    '{"type":"ack","id":{}}',
    '{"type":"clock","clock":"9"}',
  ])("is not heard with %j", async (wire) => {
    const { ada, channels, open } = meet();
    open();

    channels[1].sendText(wire);
    await settle();

    expect(ada.state.messages).toEqual([]);
  });

  it("is not heard with a text that is too long", async () => {
    const { ada, channels, open } = meet();
    open();

    const text = "x".repeat(4_001);
    channels[1].sendText(JSON.stringify({ type: "message", id: "1.a", text }));
    ada.receiveRelayed(BEN, "2.a", text);
    await settle();

    expect(ada.state.messages).toEqual([]);
  });

  it("cannot confirm, replace or outrun our messages", async () => {
    const { ada, channels, open } = meet();
    open();
    channels[0].deaf = true;
    ada.send("mine");
    const id = ada.state.messages[0]?.id ?? "";

    channels[1].sendText(JSON.stringify({ type: "message", id, text: "not yours" }));
    channels[1].sendText(JSON.stringify({ type: "clock", clock: Number.MAX_SAFE_INTEGER }));
    await settle();
    ada.send("mine again");

    expect(ada.state.messages.filter(({ mine }) => mine).map(({ text }) => text)).toEqual([
      "mine",
      "mine again",
    ]);
    expect(new Set(ada.state.messages.map((message) => message.id)).size).toBe(3);
  });
});
