import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PairedChannel } from "../rtc/channel-pair";
import { Chat } from "./chat";

const ADA = { id: "ada", name: "Ada" };
const BEN = { id: "ben", name: "Ben" };

let ada: Chat;
let relayed: string[];

beforeEach(() => {
  vi.useFakeTimers();
  relayed = [];
  ada = new Chat({ relay: (id) => relayed.push(id) > 0 });
});
afterEach(() => void vi.useRealTimers());

/** Ben's page as it is loaded, anew or for the first time, and the way to it, which still has to open. */
function load() {
  const ben = new Chat({ relay: () => false });
  const [hers, his] = PairedChannel.pair();
  ada.attach(BEN, hers);
  ben.attach(ADA, his);
  return { ben, open: () => hers.open() };
}

function settleAll() {
  for (const id of relayed) ada.relaySettled(id);
}

const texts = (chat: Chat) => chat.state.messages.map(({ text }) => text);
const deliveries = (chat: Chat) => chat.state.messages.map(({ delivery }) => delivery);
const settle = () => vi.advanceTimersByTimeAsync(10);

test("gets what signaling took over for the page before it", async () => {
  load();
  ada.send("while you were away");
  settleAll();
  expect(deliveries(ada)).toEqual(["sent"]);

  const { ben, open } = load();
  open();
  await settle();

  expect(texts(ben)).toEqual(["while you were away"]);
  expect(deliveries(ada)).toEqual(["sent"]);
});

test("shows nothing twice, and is not sent again what it has confirmed", async () => {
  const { ben, open } = load();
  ada.send("through signaling");
  ben.receiveRelayed(ADA, relayed[0], "through signaling");
  settleAll();
  open();
  await settle();
  expect(texts(ben)).toEqual(["through signaling"]);

  const again = load();
  again.open();
  await settle();

  expect(texts(again.ben)).toEqual([]);
});

test("gets the newest of very many", async () => {
  load();
  for (let i = 0; i < 250; i++) ada.send(`message ${i}`);
  settleAll();

  const { ben, open } = load();
  open();
  await settle();

  expect(texts(ben)).toHaveLength(200);
  expect(texts(ben).at(-1)).toBe("message 249");
});

test("that never comes makes no message fail that signaling took over", () => {
  load();
  ada.send("taken over");
  settleAll();

  ada.close();

  expect(deliveries(ada)).toEqual(["sent"]);
});
