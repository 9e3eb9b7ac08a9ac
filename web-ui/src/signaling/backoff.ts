const BASE_MS = 250;
const CAP_MS = 10_000;

/** How long to wait before attempt number `attempt` (0 is the first repetition): full jitter. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempt, 16));
}
