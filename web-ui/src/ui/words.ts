import type { Refusal } from "../rtc/media";

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });
const DAY_AND_TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

/** A stretch of time as a clock shows it: `4:05`, `1:02:09`. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (n: number) => String(n).padStart(2, "0");
  const rest = `${Math.floor(seconds / 60) % 60}:${two(seconds % 60)}`;
  if (seconds < 3600) return rest;
  return `${Math.floor(seconds / 3600)}:${rest.padStart(5, "0")}`;
}

/** A stretch of time in words: `less than a minute`, `12 minutes`, `1 hour 5 minutes`. */
export function duration(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return "less than a minute";
  const hours = Math.floor(minutes / 60);
  const parts = [count(hours, "hour"), count(minutes % 60, "minute")];
  return parts.filter((part) => part !== "").join(" ");
}

/** A day as people say it, such as "21 November 2026". */
export function day(time: string): string {
  return DAY.format(new Date(time));
}

/** Such as "21 November 2026 at 14:05". */
export function dayAndTime(time: string): string {
  return DAY_AND_TIME.format(new Date(time));
}

/** A number of bytes as people say it: `512 B`, `3.4 MB`. */
export function fileSize(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${units[unit] ?? ""}`;
}

/** Up to two letters that stand for a name where there is no face. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => Array.from(word ?? "")[0]?.toLocaleUpperCase() ?? "").join("");
}

/** Why a device cannot be used, and what to do about it. */
export function refusalWords(device: "microphone" | "camera", refusal: Refusal): string {
  const name = device === "camera" ? "camera" : "microphone";
  switch (refusal) {
    case "blocked":
      return `Your browser blocks the ${name} on this page. Open the settings beside the address, allow the ${name}, then try again.`;
    case "blocked-by-system":
      return `Your computer doesn't let the browser use the ${name}. Allow it in the system's privacy settings, then try again.`;
    case "in-use":
      return `Another app is using the ${name}. Close that app, then try again.`;
    case "not-found":
      return `No ${name} was found. Plug one in, or go on without it.`;
    case "unsupported":
      return `This browser can't use the ${name} here. Try a current version of Firefox, Chrome, Edge or Safari.`;
    case "unknown":
      return `The ${name} didn't start. Try again, or go on without it.`;
    default:
      return refusal satisfies never;
  }
}

function count(n: number, unit: string): string {
  if (n === 0) return "";
  return `${n} ${unit}${n === 1 ? "" : "s"}`;
}
