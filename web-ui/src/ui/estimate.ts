import type { Estimate, FieldStatistics } from "../api/model";

/** How long it may take, as one sentence; null when nothing is said. */
export function estimateWords(estimate: Estimate | undefined): string | null {
  switch (estimate?.kind) {
    case "interval":
      return `${intervalWords(estimate.fromSeconds, estimate.toSeconds)}.`;
    case "no-expert":
      return "No expert of this field is online right now. We’ll ask the first one who comes.";
    case "unknown":
      return "We can’t say yet how long it takes.";
    case undefined:
      return null;
    default:
      return estimate satisfies never;
  }
}

/** How a field stands, before somebody asks. */
export function outlookWords({ available, inCall, waiting, estimate }: FieldStatistics): string[] {
  const words = [expertsWords(available, inCall)];
  if (waiting > 0) words.push(`${waiting} ${waiting === 1 ? "question waits" : "questions wait"}.`);
  if (estimate.kind === "interval") words.push(`${estimateWords(estimate)}`);
  return words;
}

function expertsWords(available: number, inCall: number): string {
  if (available > 0) return `${available} ${experts(available)} free right now.`;
  if (inCall > 0) return `${inCall} ${experts(inCall)} online, in a call at the moment.`;
  return "No expert is online right now. You can ask all the same: the first one who comes sees it.";
}

function experts(count: number): string {
  return count === 1 ? "expert is" : "experts are";
}

function intervalWords(fromSeconds: number, toSeconds: number): string {
  const from = Math.floor(fromSeconds / 60);
  const to = Math.max(Math.ceil(toSeconds / 60), 1);
  if (to === 1) return "About a minute";
  if (to > 90) return longWords(from, Math.ceil(to / 30) / 2);
  if (from === 0) return `Up to ${to} minutes`;
  return from === to ? `About ${to} minutes` : `About ${from} to ${to} minutes`;
}

function longWords(fromMinutes: number, toHours: number): string {
  const to = hoursWords(toHours);
  if (fromMinutes === 0) return `Up to ${to} hours`;
  if (fromMinutes < 60) return `About ${fromMinutes} minutes to ${to} hours`;
  const from = hoursWords(Math.floor(fromMinutes / 30) / 2);
  return from === to ? `About ${to} hours` : `About ${from} to ${to} hours`;
}

/** Of whole and half hours. */
function hoursWords(hours: number): string {
  return `${Math.floor(hours)}${hours % 1 === 0 ? "" : "½"}`;
}
