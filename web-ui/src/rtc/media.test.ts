import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Answer, exact, FakeStream, FakeTrack, grant, page, refusal } from "./fake-devices";
import { Media } from "./media";

/** Lets the page's clock go on. */
function later(ms: number): void {
  const now = performance.now();
  vi.spyOn(performance, "now").mockImplementation(() => now + ms);
}

beforeEach(() => void vi.stubGlobal("MediaStream", FakeStream));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("opening", () => {
  it("asks once for both", async () => {
    const { media, asked } = page(grant);

    await media.open();

    expect(asked).toHaveLength(1);
    expect(media.state).toMatchObject({ microphone: { kind: "on" }, camera: { kind: "on" } });
    expect(media.state.stream?.getTracks().map(({ kind }) => kind)).toEqual(["audio", "video"]);
    expect([media.state.microphones.length, media.state.cameras.length]).toEqual([1, 1]);
  });

  it.each([
    ["NotAllowedError", "Permission denied", "blocked"],
    ["NotAllowedError", "Permission denied by system", "blocked-by-system"],
    ["SecurityError", "", "blocked"],
    ["NotFoundError", "Requested device not found", "not-found"],
    ["NotReadableError", "Could not start video source", "in-use"],
    ["AbortError", "Starting video failed", "in-use"],
    ["OverconstrainedError", "", "not-found"],
    ["NotSupportedError", "", "unsupported"],
    ["StrangeError", "", "unknown"],
  ])("tells %s (%s) as %s", async (name, message, expected) => {
    const { media } = page(() => refusal(name, message));

    await media.open();

    const refused = { kind: "refused", refusal: expected };
    expect(media.state).toMatchObject({ microphone: refused, camera: refused, stream: null });
  });

  it("says so when the page may not use devices at all", async () => {
    const media = new Media({ devices: undefined });

    await media.open();

    expect(media.state.microphone).toEqual({ kind: "refused", refusal: "unsupported" });
  });

  it("keeps the microphone when only the camera is refused", async () => {
    const answer: Answer = (wish) => (wish.video ? refusal("NotFoundError") : grant(wish));
    const { media } = page(answer);

    await media.open();

    expect(media.state.microphone).toEqual({ kind: "on" });
    expect(media.state.camera).toEqual({ kind: "refused", refusal: "not-found" });
    expect(media.state.stream?.getTracks()).toHaveLength(1);
  });
});

describe("switching off and on", () => {
  it("really stops the camera, and asks for it anew", async () => {
    const { media, asked, tracks } = page(grant);
    await media.open();

    await media.setCamera(false);
    expect(tracks.find(({ kind }) => kind === "video")?.readyState).toBe("ended");
    expect(media.state.stream?.getVideoTracks()).toEqual([]);

    await media.setCamera(true);
    expect(asked).toHaveLength(2);
    expect(media.state.stream?.getVideoTracks()).toHaveLength(1);
  });

  it("silences the microphone without letting go of it", async () => {
    const { media, tracks } = page(grant);
    await media.open();

    await media.setMicrophone(false);
    expect(tracks[0]).toMatchObject({ enabled: false, readyState: "live" });
    expect(media.state.microphone).toEqual({ kind: "off" });

    await media.setMicrophone(true);
    expect(tracks[0]).toMatchObject({ enabled: true });
    expect(media.state.microphone).toEqual({ kind: "on" });
  });

  it("throws away a camera that comes after a change of mind", async () => {
    let answer = (_stream: FakeStream) => {};
    const { media, tracks } = page(() => new Promise((resolve) => (answer = resolve)));
    const starting = media.setCamera(true);
    expect(media.state.camera).toEqual({ kind: "starting" });

    await media.setCamera(false);
    answer(new FakeStream([new FakeTrack("video")]));
    await starting;

    expect(tracks[0]?.readyState).toBe("ended");
    expect(media.state).toMatchObject({ camera: { kind: "off" }, stream: null });
  });

  it("lets go of everything on closing", async () => {
    const { media, tracks } = page(grant);
    await media.open();

    media.close();

    expect(tracks.map(({ readyState }) => readyState)).toEqual(["ended", "ended"]);
    expect(media.state).toMatchObject({ microphone: { kind: "off" }, camera: { kind: "off" } });
  });
});

describe("devices", () => {
  it("that are unplugged give way to what there is", async () => {
    const { media, tracks } = page(grant);
    await media.open();

    later(3_000);
    tracks[0]?.onended?.();
    await vi.waitFor(() => expect(media.state.microphone).toEqual({ kind: "on" }));

    expect(tracks[2]).toMatchObject({ kind: "audio", enabled: true });
    expect(media.state.stream?.getAudioTracks()).toHaveLength(1);
  });

  it.each([
    ["NotFoundError", "not-found"],
    ["NotAllowedError", "blocked"],
  ])("that end are refused with the reason of then: %s", async (name, expected) => {
    let answer = grant;
    const { media, tracks } = page((wish) => answer(wish));
    await media.open();

    answer = () => refusal(name);
    later(3_000);
    tracks[0]?.onended?.();

    const refused = { kind: "refused", refusal: expected };
    await vi.waitFor(() => expect(media.state.microphone).toEqual(refused));
    expect(media.state.stream?.getAudioTracks()).toEqual([]);
  });

  it("that end while muted stay silent until they are wanted", async () => {
    const { media, asked, tracks } = page(grant);
    await media.open();
    await media.setMicrophone(false);

    later(3_000);
    tracks[0]?.onended?.();

    expect(media.state.microphone).toEqual({ kind: "off" });
    expect(asked).toHaveLength(1);
  });

  it("that end as soon as they come are not asked for without end", async () => {
    const { media, asked, tracks } = page(grant);
    await media.open();

    tracks[0]?.onended?.();

    expect(media.state.microphone).toEqual({ kind: "refused", refusal: "in-use" });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["both at once", (media: Media) => media.open()],
    ["only the microphone", (media: Media) => media.setMicrophone(true)],
  ])("that are plugged in are listed after opening %s", async (_, open) => {
    const { media, devices } = page(grant);
    await open(media);

    devices.plugIn({ kind: "audioinput", deviceId: "headset" } as MediaDeviceInfo);

    await vi.waitFor(() => expect(media.state.microphones).toHaveLength(2));
  });

  it("that were chosen while off are remembered", async () => {
    const { media, asked } = page(grant);
    await media.setMicrophone(true);

    await media.chooseCamera("second");
    expect(media.state.chosen).toEqual({ camera: "second" });
    await media.setCamera(true);

    expect(asked[1]).toMatchObject({ video: { deviceId: { exact: "second" } } });
  });

  it("can be chosen, and the one before is let go", async () => {
    const { media, asked, tracks } = page(grant);
    await media.open();

    await media.chooseCamera("second");

    expect(asked[1]).toMatchObject({ audio: false, video: { deviceId: { exact: "second" } } });
    expect(tracks[1]?.readyState).toBe("ended");
    expect(media.state.camera).toEqual({ kind: "on" });
  });

  it("can be chosen one after the other, while the first is still starting", async () => {
    const waiting: (() => void)[] = [];
    const answer: Answer = async (wish) => {
      if (exact(wish) === "second") await new Promise<void>((resolve) => waiting.push(resolve));
      return grant(wish);
    };
    const { media, asked, tracks } = page(answer);
    await media.open();

    const second = media.chooseCamera("second");
    const third = media.chooseCamera("third");
    for (const go of waiting) go();
    await Promise.all([second, third]);

    expect(asked.map(exact)).toEqual([undefined, "second", "third"]);
    expect(media.state.camera).toEqual({ kind: "on" });
    const cameras = tracks.filter(({ kind }) => kind === "video");
    expect(cameras.filter(({ readyState }) => readyState === "live")).toHaveLength(1);
    expect(media.state.stream?.getVideoTracks()[0]?.readyState).toBe("live");
  });

  it("that are refused give way to another choice", async () => {
    const answer: Answer = (wish) =>
      exact(wish) === "second" || !wish.video ? grant(wish) : refusal("NotReadableError");
    const { media } = page(answer);
    await media.open();
    expect(media.state.camera).toEqual({ kind: "refused", refusal: "in-use" });

    await media.chooseCamera("second");

    expect(media.state.camera).toEqual({ kind: "on" });
  });

  it("that were chosen and are gone give way to what there is", async () => {
    const answer: Answer = (wish) => {
      const isExact = typeof wish.video === "object" && "deviceId" in wish.video;
      return isExact ? refusal("OverconstrainedError") : grant(wish);
    };
    const { media } = page(answer);
    await media.open();

    await media.chooseCamera("gone");

    expect(media.state.camera).toEqual({ kind: "on" });
    expect(media.state.chosen).toEqual({});
  });
});
