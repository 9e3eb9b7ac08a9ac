import type { Candidate, Description } from "../signaling/protocol";

/** The session id of the origin line: each connection of each page has its own for all its life. */
export function sessionOf({ sdp }: Description): string | null {
  return /^o=\S+ (\S+)/m.exec(sdp ?? "")?.[1] ?? null;
}

/** The end of candidates is marked by an empty one, which tells the peer nothing it needs. */
export function isWorthSending(candidate: RTCIceCandidate | null): candidate is RTCIceCandidate {
  return candidate !== null && candidate.candidate !== "";
}

export function candidateOf(ice: RTCIceCandidate): Candidate {
  const candidate: Candidate = { candidate: ice.candidate };
  if (ice.sdpMid !== null) candidate.sdpMid = ice.sdpMid;
  if (ice.sdpMLineIndex !== null) candidate.sdpMLineIndex = ice.sdpMLineIndex;
  if (ice.usernameFragment !== null) candidate.usernameFragment = ice.usernameFragment;
  return candidate;
}
