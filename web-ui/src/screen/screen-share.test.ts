import { describe, expect, it } from "vitest";
import { ScreenShare } from "./screen-share";

function fakeStream() {
  const picture = {
    kind: "video",
    contentHint: "",
    onended: null as (() => void) | null,
    stopped: false,
    stop: () => void (picture.stopped = true),
  };
  const stream = { getTracks: () => [picture], getVideoTracks: () => [picture] };
  return { picture, stream: stream as unknown as MediaStream };
}

const answering = (answer: () => Promise<MediaStream>) =>
  new ScreenShare({ getDisplayMedia: answer });

describe("sharing the screen", () => {
  it("begins with a picture meant to be read", async () => {
    const { picture, stream } = fakeStream();
    const screen = answering(() => Promise.resolve(stream));

    await screen.start();

    expect(screen.state).toEqual({ sharing: true, stream, refusal: null });
    expect(picture.contentHint).toBe("detail");
  });

  it("ends with the browser's own button", async () => {
    const { picture, stream } = fakeStream();
    const screen = answering(() => Promise.resolve(stream));
    await screen.start();

    picture.onended?.();

    expect(screen.state).toEqual({ sharing: false, stream: null, refusal: null });
  });

  it("lets go of the screen on stopping", async () => {
    const { picture, stream } = fakeStream();
    const screen = answering(() => Promise.resolve(stream));
    await screen.start();

    screen.stop();

    expect(picture.stopped).toBe(true);
  });

  it("does not begin after the call has ended", async () => {
    const { picture, stream } = fakeStream();
    const screen = answering(() => Promise.resolve(stream));
    const starting = screen.start();

    screen.close();
    await starting;

    expect([picture.stopped, screen.state.sharing]).toEqual([true, false]);
  });
});

describe("a refusal", () => {
  it("is no problem when the user cancelled", async () => {
    const cancelled = new DOMException("Permission denied", "NotAllowedError");
    const screen = answering(() => Promise.reject(cancelled));

    await screen.start();

    expect(screen.state).toEqual({ sharing: false, stream: null, refusal: null });
  });

  it.each([
    ["NotAllowedError", "Permission denied by system", /privacy settings/],
    ["NotFoundError", "", /no screen or window/],
    ["NotReadableError", "", /refused to share/],
    ["OddError", "", /did not work/],
  ])("by %s is told in plain words", async (name, message, words) => {
    const screen = answering(() => Promise.reject(new DOMException(message, name)));

    await screen.start();

    expect(screen.state.refusal).toMatch(words);
  });

  it("is told where browsers cannot share at all", async () => {
    const screen = new ScreenShare({} as MediaDevices);

    await screen.start();

    expect(screen.state.refusal).toMatch(/cannot share/);
  });
});
