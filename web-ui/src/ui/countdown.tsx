import { VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import classes from "./countdown.module.css";

/** Said aloud once when so little is left, in seconds. */
const LAST_CALL = 10;

interface CountdownProps {
  /** In milliseconds. */
  left: number;
  /** What it counts down to, such as "Seconds left to answer". */
  label: string;
}

/** A ring that runs empty. Screen readers hear the beginning and the last seconds, not every one. */
export function Countdown({ left, label }: CountdownProps) {
  const [whole] = useState(() => Math.max(left, 1));
  const circumference = 2 * Math.PI * 20;
  const seconds = Math.ceil(left / 1000);
  return (
    <div className={classes.countdown}>
      <svg viewBox="0 0 48 48" width="56" height="56" aria-hidden focusable="false">
        <circle cx="24" cy="24" r="20" className={classes.track} />
        <circle
          cx="24"
          cy="24"
          r="20"
          className={classes.sand}
          data-short={seconds <= LAST_CALL || undefined}
          strokeDasharray={circumference}
          strokeDashoffset={circumference * (1 - Math.min(left / whole, 1))}
        />
      </svg>
      <span role="timer" aria-label={label}>
        {seconds}
      </span>
      <VisuallyHidden role="status">{aloud(seconds, Math.ceil(whole / 1000))}</VisuallyHidden>
    </div>
  );
}

function aloud(seconds: number, whole: number): string {
  if (seconds === 0) return "Time is up.";
  if (seconds <= LAST_CALL) return `${LAST_CALL} seconds left.`;
  return `You have ${whole} seconds to answer.`;
}
