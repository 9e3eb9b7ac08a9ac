/** Why a microphone or a camera cannot be used. */
export type Refusal =
  "blocked" | "blocked-by-system" | "in-use" | "not-found" | "unsupported" | "unknown";

/** What the error of a failed getUserMedia means. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Error)) return "unknown";
  switch (error.name) {
    case "NotAllowedError":
    case "SecurityError":
      return /system/i.test(error.message) ? "blocked-by-system" : "blocked";
    case "NotFoundError":
    case "OverconstrainedError":
      return "not-found";
    case "NotReadableError":
    case "AbortError":
      return "in-use";
    case "TypeError":
    case "NotSupportedError":
      return "unsupported";
    default:
      return "unknown";
  }
}
