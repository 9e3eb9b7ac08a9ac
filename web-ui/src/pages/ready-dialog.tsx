import { Button } from "@mantine/core";
import { useEffect } from "react";
import type { ReadyCheck } from "../api/model";
import { useServices } from "../app/services";
import { useTimeLeft } from "../app/time-left";
import { callAttention } from "../ui/attention";
import { Because } from "../ui/because";
import { Countdown } from "../ui/countdown";
import { useAction } from "../ui/hooks";
import { useStorePart } from "../ui/use-store";
import { MeetingDialog, MeetingTitle, WaitingFor } from "./meeting-dialog";
import classes from "./meeting-dialog.module.css";

/** How often the service is asked what came of a check whose time is up, in milliseconds. */
const ASK_AGAIN_MS = 3000;

/** Asks the learner, wherever they are on the site, whether they are there for the expert who was found. */
export function ReadyDialog() {
  const { standing } = useServices();
  const ticket = useStorePart(standing, (state) => state.ticket);
  const check = ticket?.state === "offered" ? ticket.readyCheck : undefined;
  return (
    <MeetingDialog opened={check !== undefined}>
      {ticket && check && <Check key={check.offerId} ticketId={ticket.id} check={check} />}
    </MeetingDialog>
  );
}

function Check({ ticketId, check }: { ticketId: string; check: ReadyCheck }) {
  const { standing, activeCall } = useServices();
  const left = useTimeLeft(check.expiresAt, 250);
  const expert = check.expert.displayName;
  const readying = useAction(() => standing.ready(ticketId, check.offerId));
  const pausing = useAction(() => standing.move(ticketId, "pause"));
  const error = readying.error ?? pausing.error;
  const over = left === 0;

  useEffect(() => {
    activeCall.prepare();
    return callAttention(`${expert} is ready to help`);
  }, [activeCall, expert]);

  useEffect(() => {
    if (!over) return;
    const timer = setInterval(() => void standing.refresh(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [over, standing]);

  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <MeetingTitle answered={check.ready}>
          {check.ready ? `Waiting for ${expert}…` : `${expert} is ready to help. Are you there?`}
        </MeetingTitle>
        <Countdown left={left} label="Seconds left" />
      </div>
      {check.ready ? (
        <WaitingFor>
          The call opens by itself as soon as {expert} says yes, too. If not, you are asked first
          when the next expert is free.
        </WaitingFor>
      ) : (
        <p className={classes.words}>
          Say that you’re there, and the call opens. Without an answer your question is paused and
          keeps its place.
        </p>
      )}
      <Because title="Why this fits" because={check.because} />
      {!check.ready && (
        <div className={classes.actions}>
          {error !== null && (
            <p role="alert" className={classes.error}>
              {error}
            </p>
          )}
          <Button size="lg" onClick={readying.run} loading={readying.busy} disabled={over}>
            I’m ready
          </Button>
          <Button
            size="lg"
            variant="default"
            onClick={pausing.run}
            loading={pausing.busy}
            disabled={over || readying.busy}
          >
            Not now
          </Button>
        </div>
      )}
    </div>
  );
}
