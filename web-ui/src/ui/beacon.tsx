import classes from "./beacon.module.css";

/** A light for the eye alone: it breathes while something is awaited, and is out while all is quiet. */
export function Beacon({ quiet = false }: { quiet?: boolean }) {
  return <span className={classes.beacon} data-quiet={quiet || undefined} aria-hidden />;
}
