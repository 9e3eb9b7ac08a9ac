import { Button } from "@mantine/core";
import { useState } from "react";
import { loginUrl, LOGOUT_URL } from "../api/identity";
import type { Arrival } from "../app/arrival";
import { useSession } from "../app/services";
import { useStore } from "../ui/use-store";
import classes from "./arrival-notice.module.css";

const WORDS: Record<Arrival, string> = {
  cancelled: "You are not signed in: the sign-in was cancelled.",
  failed: "You are not signed in: it took too long, or was begun in another window.",
  unavailable: "You are not signed in: signing in doesn’t work right now. Try again in a minute.",
  "still-signed-in": "You are still signed in: signing out doesn’t work right now.",
  deleted: "Your account is deleted. If you sign in again, a new one begins.",
};

/** Says what came of a sign-in, a sign-out or a deletion, and offers to try again what came to nothing. */
export function ArrivalNotice({ arrival }: { arrival: Arrival }) {
  const { phase } = useStore(useSession());
  const [closed, setClosed] = useState(false);
  // Whoever has signed in meanwhile needs to hear nothing of what failed before.
  if (closed || (phase === "signed-in" && arrival !== "still-signed-in")) return null;
  const close = () => {
    setClosed(true);
    // The button that had the focus is gone.
    document.querySelector<HTMLElement>("main")?.focus();
  };
  return (
    <div role={arrival === "deleted" ? "status" : "alert"} className={classes.notice}>
      <p>{WORDS[arrival]}</p>
      {arrival !== "deleted" && <Again arrival={arrival} />}
      <Button variant="default" size="compact-md" onClick={close}>
        Close
      </Button>
    </div>
  );
}

function Again({ arrival }: { arrival: Arrival }) {
  if (arrival !== "still-signed-in") {
    return (
      <Button component="a" href={loginUrl("/")} size="compact-md">
        Try again
      </Button>
    );
  }
  return (
    <form method="post" action={LOGOUT_URL}>
      <Button type="submit" size="compact-md">
        Try again
      </Button>
    </form>
  );
}
