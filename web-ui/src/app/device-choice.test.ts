import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeStream, grant, page, refusal } from "../rtc/fake-devices";
import { goOnWithout, openChosen, switchCamera } from "./device-choice";

beforeEach(() => {
  const kept: Record<string, string> = {};
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  });
  vi.stubGlobal("MediaStream", FakeStream);
});

afterEach(() => void vi.unstubAllGlobals());

test("a device that was turned off stays off in the next call", async () => {
  const { media, asked } = page(grant);
  await openChosen(media);
  await switchCamera(media);
  media.close();

  await openChosen(media);

  expect(asked.at(-1)).toMatchObject({ video: false });
  expect(media.state).toMatchObject({ microphone: { kind: "on" }, camera: { kind: "off" } });
});

test.each(["camera", "microphone"] as const)(
  "a refused %s can be put away, and is not asked for in the next call",
  async (device) => {
    const { media } = page((wish) => {
      const unwanted = device === "camera" ? wish.video : wish.audio;
      return unwanted ? refusal("NotFoundError") : grant(wish);
    });
    await openChosen(media);
    expect(media.state[device].kind).toBe("refused");

    await goOnWithout(media, device);
    expect(media.state[device]).toEqual({ kind: "off" });

    media.close();
    await openChosen(media);
    const other = device === "camera" ? "microphone" : "camera";
    expect(media.state).toMatchObject({ [device]: { kind: "off" }, [other]: { kind: "on" } });
  },
);
