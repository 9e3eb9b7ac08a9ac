import type { Path } from "../rtc/stats";

export type CallPhase =
  "connecting" | "waiting-for-peer" | "live" | "reconnecting" | "ended" | "failed";

export type EndedBy = "you" | "peer" | "elsewhere" | "server";

/** Another participant of the call, as the views show them. */
export interface PeerView {
  id: string;
  name: string;
  role: string;
  connection: "connecting" | "connected" | "interrupted" | "failed";
  /** Whether the peer has lost the service for a while; voice and video may go on. */
  reconnecting: boolean;
  /** How the media travels; null until it is known. */
  path: Path;
  /** Voice and face in one stream; null until the first track arrives. */
  camera: MediaStream | null;
  screen: MediaStream | null;
  microphoneOn: boolean;
  cameraOn: boolean;
}

export interface CallState {
  phase: CallPhase;
  endedBy: EndedBy | null;
  /** What went wrong, in plain words. */
  problem: string | null;
  /** The name of the signaling instance that serves this page. */
  instance: string | null;
  peers: PeerView[];
  /** When the first peer was connected, in milliseconds since the epoch. */
  liveSince: number | null;
}
