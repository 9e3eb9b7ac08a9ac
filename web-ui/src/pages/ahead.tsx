import classes from "./waiting.module.css";

/** How many of those ahead are drawn. */
const DRAWN = 6;

/** Those ahead and, in the light, you. */
export function Ahead({ place }: { place: number }) {
  const ahead = Math.min(place - 1, DRAWN);
  return (
    <svg
      className={classes.ahead}
      viewBox={`0 0 ${(ahead + 1) * 34} 40`}
      height="40"
      aria-hidden
      focusable="false"
    >
      {Array.from({ length: ahead + 1 }, (_, i) => (
        <g
          key={i}
          transform={`translate(${17 + i * 34} 0)`}
          className={i === ahead ? classes.you : ""}
        >
          <circle cy="11" r="8" />
          <path d="M-13 40V35a13 13 0 0 1 26 0v5Z" />
        </g>
      ))}
    </svg>
  );
}
