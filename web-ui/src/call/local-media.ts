import type { Kind } from "../rtc/peer";
import type { MediaState } from "../rtc/media";
import type { PeerMessage } from "./peer-message";

/** What we send to every peer. */
export interface LocalMedia {
  tracks: Record<Kind, MediaStreamTrack | null>;
  screen: MediaStream | null;
  /** How we announce it. */
  announcement: Extract<PeerMessage, { type: "state" }>;
}

export function localMedia(media: Readonly<MediaState>, screen: MediaStream | null): LocalMedia {
  const { stream, microphone, camera } = media;
  return {
    tracks: {
      audio: stream?.getAudioTracks()[0] ?? null,
      video: stream?.getVideoTracks()[0] ?? null,
    },
    screen,
    announcement: {
      type: "state",
      microphoneOn: microphone.kind === "on",
      cameraOn: camera.kind === "on",
      screenStreamId: screen?.id ?? null,
    },
  };
}
