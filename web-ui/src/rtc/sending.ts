const CAMERA_BITS_PER_SECOND = 1_500_000;

/** Text must stay legible: fewer pictures rather than coarser ones. */
export const SCREEN_ENCODING: RTCRtpEncodingParameters = { maxBitrate: 2_500_000, priority: "low" };

/** Audio first: when the network is bad, the picture gives way and the voice stays. */
export function favour(kind: "audio" | "video", sender: RTCRtpSender): void {
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) {
    if (kind === "audio") {
      encoding.priority = "high";
      encoding.networkPriority = "high";
    } else {
      encoding.priority = "low";
      encoding.networkPriority = "low";
      encoding.maxBitrate = CAMERA_BITS_PER_SECOND;
    }
  }
  if (kind === "video") parameters.degradationPreference = "maintain-framerate";
  // A browser that refuses a wish still sends.
  sender.setParameters(parameters).catch(() => undefined);
}
