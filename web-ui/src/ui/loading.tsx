import { Logo } from "./logo";
import classes from "./loading.module.css";

/** Shown while code or an answer is on its way; stays invisible for the first moment. */
export function Loading() {
  return (
    <div className={classes.loading} role="status" aria-label="Loading">
      <Logo size={44} />
    </div>
  );
}
