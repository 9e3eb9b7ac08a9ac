import type { Match, MatchEnd } from "../api/model";
import type { CallState, PeerView } from "./call-state";

export interface StatusWords {
  title: string;
  hint: string;
}

/** What to say about a call that does not simply run; null when it does. */
export function statusWords(state: CallState, expected: string): StatusWords | null {
  const peer = state.peers[0];
  switch (state.phase) {
    case "connecting":
      return { title: "Joining the call…", hint: "This takes a moment." };
    case "waiting-for-peer":
      if (state.liveSince !== null) {
        return { title: `${expected} has left`, hint: "They may come back. You can also hang up." };
      }
      return { title: `Waiting for ${expected}…`, hint: "They come in any moment." };
    case "reconnecting":
      if (peer?.reconnecting === true) {
        return {
          title: `Reconnecting to ${peer.name}…`,
          hint: `${peer.name} has lost the connection, or loads the page again.`,
        };
      }
      return {
        title: "Reconnecting…",
        hint: "Your connection was interrupted. Stay here, it comes back by itself.",
      };
    case "live":
      return peer
        ? peerWords(peer)
        : { title: `Waiting for ${expected}…`, hint: "They may come back." };
    case "ended":
    case "failed":
      return null;
    default:
      return state.phase satisfies never;
  }
}

function peerWords(peer: PeerView): StatusWords | null {
  switch (peer.connection) {
    case "connecting":
      return { title: `Connecting to ${peer.name}…`, hint: "Finding the best way between you." };
    case "interrupted":
      return {
        title: `Reconnecting to ${peer.name}…`,
        hint: "The connection between you was interrupted. Stay here, it comes back by itself.",
      };
    case "failed":
      return {
        title: `No connection to ${peer.name}`,
        hint: "Your networks don't let voice and video through. You can still write to each other in the chat.",
      };
    case "connected":
      if (!peer.reconnecting) return null;
      return {
        title: "Reconnecting…",
        hint: `${peer.name} has lost the connection to Stoa. It comes back by itself.`,
      };
    default:
      return peer.connection satisfies never;
  }
}

export const ENDED_BY_ADMINISTRATOR: StatusWords = {
  title: "The call was ended",
  hint: "An administrator has ended it for both of you.",
};

/** How voice and video travel. */
export function pathWords(path: PeerView["path"]): string {
  if (path === "direct") return "Direct, encrypted";
  if (path === "relay") return "Encrypted, through a relay";
  return "Encrypted";
}

/** Nobody but one of the two was there yet, when one of them left. */
function withdrawnWords(state: CallState, peer: string, role: Match["role"]): StatusWords {
  const isLearner = role === "learner";
  if (state.endedBy === "you") {
    return {
      title: `You left before ${peer} came`,
      hint: isLearner
        ? "Nobody sees your question any more."
        : "The question is back at its place in the queue, for somebody else.",
    };
  }
  return {
    title: `${peer} left before you met`,
    hint: isLearner
      ? "Nothing was your fault. You have your place in the queue again, and are asked first."
      : "They took their question back. Nothing was your fault.",
  };
}

/** How the call ended, for who was in it; `reason` as the match has it, if that is known. */
export function endWords(
  state: CallState,
  { peer: { displayName: peer }, role }: Pick<Match, "peer" | "role">,
  reason: MatchEnd | undefined,
): StatusWords {
  if (reason === "by-administrator") return ENDED_BY_ADMINISTRATOR;
  if (reason === "withdrawn") return withdrawnWords(state, peer, role);
  if (reason === "no-show") {
    return {
      title: `${peer} didn't come`,
      hint: "They may have lost their connection. Nothing was your fault.",
    };
  }
  if (state.phase === "failed") {
    return {
      title: "The call couldn't be made",
      hint: state.problem ?? "Something is in the way. Try again in a moment.",
    };
  }
  switch (state.endedBy) {
    case "elsewhere":
      return {
        title: "The call goes on in another window",
        hint: "You opened it somewhere else, so it stopped here.",
      };
    case "peer":
      return { title: `${peer} has left`, hint: "The call is over." };
    case "server":
      return {
        title: "The call is over",
        hint: state.problem ?? `${peer} has left, or the call was ended.`,
      };
    case "you":
    case null:
      return { title: `You left the call with ${peer}`, hint: "Thank you for being there." };
    default:
      return state.endedBy satisfies never;
  }
}
