import { Button } from "@mantine/core";
import { IconPlayerPause } from "@tabler/icons-react";
import type { Ticket } from "../api/model";
import { useServices } from "../app/services";
import { useTimeLeft } from "../app/time-left";
import { useAction } from "../ui/hooks";
import { useStore } from "../ui/use-store";
import { clock, duration } from "../ui/words";
import classes from "./waiting.module.css";

/** Why a ticket is paused, how long it may be, and the way back. */
export function PausedNotice({ ticket }: { ticket: Ticket }) {
  const { standing } = useServices();
  const { pause } = ticket;
  const { coolingUntil } = useStore(standing);
  const cooling = useTimeLeft(coolingUntil, 1000);
  const resting = Math.max(useTimeLeft(pause?.resumableAt, 1000), cooling);
  const left = useTimeLeft(pause?.endsAt, 1000);
  const resuming = useAction(() => standing.move(ticket.id, "resume"));
  const silent = pause?.reason === "not-ready";

  return (
    <div className={classes.paused}>
      <p role="status">
        <IconPlayerPause size={28} aria-hidden />
        <strong>Place {ticket.place ?? 1} is kept for you</strong>
        <span>
          {silent
            ? "An expert was found, but you didn’t answer. Nobody is sent to you until you go on."
            : "Nobody is sent to you until you go on."}
        </span>
      </p>
      {pause && (
        <p className={classes.until}>
          Go on within {left < 60_000 ? "a minute" : duration(left)}, or the question ends.
        </p>
      )}
      <div className={classes.resume}>
        <Button onClick={resuming.run} loading={resuming.busy} disabled={resting > 0}>
          Go on waiting
        </Button>
        {resting > 0 && (
          <span>
            in <span role="timer">{clock(resting + 999)}</span>, because an expert waited for you
          </span>
        )}
      </div>
      {resuming.error !== null && (
        <p role="alert" className={classes.error}>
          {resuming.error}
        </p>
      )}
    </div>
  );
}
