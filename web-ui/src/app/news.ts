import type { StandingState } from "./standing-rules";

type News = Pick<StandingState, "checkEnded" | "offerEnded" | "thanks">;

/** What happened to a meeting that nearly came about, or who said thank you; null when there is nothing to tell. */
export function newsWords({ checkEnded, offerEnded, thanks }: News): string | null {
  if (checkEnded) {
    return checkEnded.saidYes
      ? `${checkEnded.peer} couldn’t come after all. You’re asked first when the next expert is free.`
      : `${checkEnded.peer} couldn’t come after all. You keep your place.`;
  }
  if (offerEnded && offerEnded.reason === "withdrawn") {
    return `${offerEnded.peer} took the question back. You’re still available.`;
  }
  const silent = offerEnded?.reason === "expired" || offerEnded?.reason === "not-ready";
  if (offerEnded?.saidYes && silent) {
    return `${offerEnded.peer} didn’t answer in time. You’re still available, and first for the next question.`;
  }
  return thanks && `${thanks.from} says thank you.`;
}
