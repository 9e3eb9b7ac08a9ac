import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { join } from "./scripted-socket";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("coming back", () => {
  it("resumes the session where it was, without a pass", async () => {
    const { nonces, heard, socket } = join();
    (await socket(1)).welcome();
    (await socket(1)).receive({ type: "peer-left", seq: 12, peer: "p", reason: "left" });

    (await socket(1)).drop(1006);
    (await socket(2)).resume(0);

    expect(heard).toEqual(["welcome", "peer-left", "away", "resumed"]);
    expect((await socket(2)).protocols).toEqual(["stoa.v1", "stoa.resume.e.12.s.1"]);
    expect(nonces).toHaveLength(1);
  });

  it("hears nothing twice", async () => {
    const { heard, socket } = join();
    (await socket(1)).welcome();
    const left = (seq: number) => ({ type: "peer-left", seq, peer: "p", reason: "left" });
    for (const seq of [7, 8, 8, 3, 9]) (await socket(1)).receive(left(seq));

    (await socket(1)).drop(1006);
    (await socket(2)).resume(0);
    for (const seq of [8, 9, 10]) (await socket(2)).receive(left(seq));

    expect(heard.filter((what) => what === "peer-left")).toHaveLength(3);
  });

  it("sends again only what the service does not have", async () => {
    const { client, heard, socket } = join();
    (await socket(1)).welcome();
    for (const id of ["c1", "c2", "c3"]) client.send({ type: "chat", id, text: "x" });

    (await socket(1)).drop(1006);
    (await socket(2)).resume(2);

    expect(heard).toContain("settled c2");
    expect((await socket(2)).sent).toEqual([{ type: "chat", id: "c3", text: "x", n: 3 }]);
  });

  it("begins anew with a fresh pass and a new nonce when it cannot resume", async () => {
    const { client, nonces, heard, lost, socket } = join();
    (await socket(1)).welcome();
    client.send({ type: "chat", id: "c1", text: "unsettled" });
    (await socket(1)).drop(1006);
    client.send({ type: "chat", id: "c2", text: "said while away" });

    (await socket(2)).drop(4404);
    (await socket(3)).welcome();
    client.send({ type: "chat", id: "c3", text: "new" });

    expect(heard).toEqual(["welcome", "away", "welcome"]);
    expect((await socket(3)).protocols[1]).toBe("stoa.pass.pass-2");
    expect(nonces[1]).not.toBe(nonces[0]);
    expect(lost.map(({ id }) => id)).toEqual(["c1", "c2"]);
    expect((await socket(3)).sent).toEqual([{ type: "chat", id: "c3", text: "new", n: 1 }]);
  });

  it("takes a fresh pass when the time for resuming is over", async () => {
    const { nonces, ends, sockets, socket } = join();
    (await socket(1)).welcome();
    (await socket(1)).drop(1006);
    for (let waited = 0; waited < 320_000; waited += 1_000) {
      await vi.advanceTimersByTimeAsync(1_000);
      const last = sockets.at(-1);
      if (last?.readyState === 0) last.drop(1006);
    }

    expect(nonces.length).toBeGreaterThan(1);
    expect(ends).toEqual([]);
  });

  it("keeps the nonce while the same attempt is repeated", async () => {
    const { nonces, socket } = join();

    (await socket(1)).drop(1013);
    await socket(2);

    expect(nonces[1]).toBe(nonces[0]);
    expect(nonces[0]).toMatch(/^[0-9A-Za-z]{22}$/);
  });

  it.each([1012, 1013, 4000, 4001, 4401, 4404])("comes back after %i", async (code) => {
    const { ends, sockets, socket } = join();
    (await socket(1)).welcome();

    (await socket(1)).drop(code);
    await socket(2);

    expect(sockets).toHaveLength(2);
    expect(ends).toEqual([]);
  });

  it("finds out who took its place when an attempt of its own may have", async () => {
    const { client, ends, sockets, heard, socket } = join();
    (await socket(1)).welcome();
    (await socket(1)).drop(1006);
    await socket(2);
    client.renew();
    (await socket(3)).resume(0);

    (await socket(3)).drop(4409);
    (await socket(4)).resume(0);
    (await socket(4)).drop(4409);
    (await socket(5)).drop(4404);
    await vi.advanceTimersByTimeAsync(60_000);

    expect(heard.filter((what) => what === "resumed")).toHaveLength(2);
    expect(ends).toEqual([{ kind: "closed", reason: "replaced" }]);
    expect(sockets).toHaveLength(5);
  });

  it("takes an attempt that hung for one that may still arrive", async () => {
    const { ends, sockets, socket } = join();
    (await socket(1)).welcome();
    (await socket(1)).drop(1006);
    await socket(2);
    await vi.advanceTimersByTimeAsync(8_000);
    (await socket(3)).resume(0);

    (await socket(3)).drop(4409);
    (await socket(4)).resume(0);

    expect(ends).toEqual([]);
    expect(sockets).toHaveLength(4);
  });

  it.each([
    [4400, "bad-messages"],
    [4403, "removed"],
    [4409, "replaced"],
    [4410, "room-ended"],
    [4429, "flood"],
  ])("stays away after %i", async (code, reason) => {
    const { ends, sockets, socket } = join();
    (await socket(1)).welcome();

    (await socket(1)).drop(code);
    await vi.advanceTimersByTimeAsync(60_000);

    expect(ends).toEqual([{ kind: "closed", reason }]);
    expect(sockets).toHaveLength(1);
  });

  it("takes a connection for dead that is silent for longer than the service ever is", async () => {
    const { client, heard, sockets, socket } = join();
    (await socket(1)).welcome();
    for (let i = 0; i < 6; i++) {
      await vi.advanceTimersByTimeAsync(10_000);
      (await socket(1)).receive({ type: "ack", n: 0 });
    }
    expect(sockets).toHaveLength(1);

    await vi.advanceTimersByTimeAsync(22_000);
    (await socket(2)).resume(0);

    expect(heard).toEqual(["welcome", "away", "resumed"]);
    client.stop();
  });

  it("tries again when no welcome comes", async () => {
    const { sockets, socket } = join();
    (await socket(1)).accept();

    await vi.advanceTimersByTimeAsync(10_000);
    await socket(2);

    expect(sockets[0]?.closedWith).toBe(1000);
  });

  it("enters again at once when it is told that the network changed", async () => {
    const { client, sockets, socket } = join();
    (await socket(1)).welcome();

    client.renew();
    await vi.advanceTimersByTimeAsync(1);

    expect(sockets).toHaveLength(2);
    expect(sockets[0]?.closedWith).toBe(1000);
  });

  it("gives up after a minute without a way in", async () => {
    const unreachable = () => Promise.reject(new TypeError("fetch failed"));
    const { ends } = join({ enter: unreachable });

    await vi.advanceTimersByTimeAsync(80_000);

    expect(ends).toEqual([{ kind: "unreachable" }]);
  });

  it("goes on for as long as it is worth it", async () => {
    const unreachable = () => Promise.reject(new TypeError("fetch failed"));
    const { ends } = join({ enter: unreachable, patient: () => true });

    await vi.advanceTimersByTimeAsync(600_000);

    expect(ends).toEqual([]);
  });

  it("stops when it is refused for good", async () => {
    const over = Object.assign(new Error("This match is over."), { status: 409 });
    const { ends } = join({ enter: () => Promise.reject(over) });

    await vi.advanceTimersByTimeAsync(0);

    expect(ends).toEqual([{ kind: "refused", problem: "This match is over." }]);
  });
});
