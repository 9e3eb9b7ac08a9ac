import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parsePeerMessage } from "./peer-message";
import { RemoteMedia } from "./remote-media";

class FakeStream {
  readonly tracks: unknown[];
  constructor(tracks: unknown[] = []) {
    this.tracks = [...tracks];
  }
  addTrack = (track: unknown) => void this.tracks.push(track);
  getTracks = () => this.tracks;
  getVideoTracks = () => this.tracks.filter((it) => (it as MediaStreamTrack).kind === "video");
}

const track = (kind: string, muted = true) =>
  ({ kind, muted, onended: null, onunmute: null }) as unknown as MediaStreamTrack;
const state = { type: "state", microphoneOn: true, cameraOn: true, screenStreamId: null } as const;
const tracksOf = (stream: MediaStream | null) => stream?.getTracks() ?? [];

beforeEach(() => void vi.stubGlobal("MediaStream", FakeStream));
afterEach(() => void vi.unstubAllGlobals());

describe("what a peer sends", () => {
  it("is one stream of voice and face that stays the same", () => {
    const media = new RemoteMedia(() => undefined);
    const [voice, face] = [track("audio"), track("video")];
    media.add({ track: voice, place: "camera", streamId: "c" });
    const before = media.view.camera;

    media.add({ track: face, place: "camera", streamId: "c" });

    expect(media.view.camera).toBe(before);
    expect(tracksOf(media.view.camera)).toEqual([voice, face]);
  });

  it("shows the camera as soon as there are pictures, announced or not", () => {
    const media = new RemoteMedia(() => undefined);
    media.add({ track: track("video", true), place: "camera", streamId: "c" });
    expect(media.view.cameraOn).toBe(false);

    media.add({ track: track("video", false), place: "camera", streamId: "c" });

    expect(media.view.cameraOn).toBe(true);
  });

  it("believes the announcement about camera and microphone", () => {
    const media = new RemoteMedia(() => undefined);
    media.add({ track: track("video", false), place: "camera", streamId: "c" });

    media.announced({ ...state, cameraOn: false, microphoneOn: false });

    expect(media.view).toMatchObject({ cameraOn: false, microphoneOn: false });
  });

  it.each([["the track"], ["the announcement"]])("shows a screen when %s comes first", (first) => {
    const media = new RemoteMedia(() => undefined);
    const picture = track("video");
    const add = () => media.add({ track: picture, place: "other", streamId: "s" });
    const announce = () => media.announced({ ...state, screenStreamId: "s" });

    const steps = first === "the track" ? [add, announce] : [announce, add];
    steps[0]?.();
    expect(media.view.screen).toBeNull();
    steps[1]?.();

    expect(tracksOf(media.view.screen)).toEqual([picture]);
  });

  it("no longer shows a screen that ended, by its track or by the announcement", () => {
    for (const end of ["track", "announcement"]) {
      const media = new RemoteMedia(() => undefined);
      const picture = track("video");
      media.add({ track: picture, place: "other", streamId: "s" });
      media.announced({ ...state, screenStreamId: "s" });

      if (end === "track") picture.onended?.(new Event("ended"));
      else media.announced(state);

      expect(media.view.screen).toBeNull();
    }
  });

  it("is not shown when nobody announced it", () => {
    const media = new RemoteMedia(() => undefined);
    for (let i = 0; i < 100; i++) {
      media.add({ track: track("video"), place: "other", streamId: `s${i}` });
    }

    media.announced({ ...state, screenStreamId: "s99" });

    expect(media.view.screen).toBeNull();
  });
});

describe("an announcement", () => {
  it.each(["", "null", "7", "{}", '{"type":"state"}', '{"type":"state","microphoneOn":1}'])(
    "of another shape is not heard: %j",
    (text) => {
      expect(parsePeerMessage(text)).toBeNull();
    },
  );

  it("is read field by field", () => {
    const text = JSON.stringify({ ...state, screenStreamId: 7, more: "x" });

    expect(parsePeerMessage(text)).toEqual(state);
  });
});
