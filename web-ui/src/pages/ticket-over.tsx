import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import type { Ticket } from "../api/model";
import { useServices } from "../app/services";
import { useTimeLeft } from "../app/time-left";
import { useAction } from "../ui/hooks";
import { Page } from "../ui/page";
import { useStore } from "../ui/use-store";
import { clock } from "../ui/words";
import { overWords } from "./ticket-words";
import classes from "./waiting.module.css";

/** A ticket that waits no longer, or none: what became of it, and the ways on. */
export function TicketOver({ ticket }: { ticket: Ticket | null }) {
  const { standing, guest } = useServices();
  const { toRate } = useStore(standing);
  const [, navigate] = useLocation();
  const { title, lead } = overWords(ticket, guest);
  const running = ticket?.state === "matched" || ticket?.state === "in-call";
  const rateable = ticket?.state === "completed" ? (toRate?.id ?? ticket.matchId) : undefined;

  return (
    <Page title={title} lead={lead}>
      {ticket?.state === "failed" && <Reopen ticket={ticket} />}
      <div className={classes.forward}>
        {running && ticket.matchId !== undefined && (
          <Button onClick={() => navigate(`/call/${ticket.matchId}`)}>Open the call here</Button>
        )}
        {rateable !== undefined && (
          <Button
            variant={guest ? "filled" : "default"}
            onClick={() => navigate(`/call/${rateable}`)}
          >
            Say how it was
          </Button>
        )}
        {!guest && !running && (
          <Button
            variant={ticket?.state === "failed" ? "default" : "filled"}
            onClick={() => navigate("/ask")}
          >
            Ask a question
          </Button>
        )}
        {!guest && (
          <Button variant="default" onClick={() => navigate("/")}>
            Go to the start
          </Button>
        )}
      </div>
    </Page>
  );
}

/** The undo of a call that its learner missed. */
function Reopen({ ticket }: { ticket: Ticket }) {
  const { standing } = useServices();
  const left = useTimeLeft(ticket.reopenUntil, 1000);
  const reopening = useAction(() => standing.move(ticket.id, "reopen"));
  if (left === 0) return null;
  return (
    <div className={classes.paused} data-alone>
      <p>
        <strong>Still stuck?</strong>
        <span>
          Put the question back where it was in the queue, once, within the next{" "}
          <span role="timer">{clock(left)}</span> minutes.
        </span>
      </p>
      <div className={classes.resume}>
        <Button onClick={reopening.run} loading={reopening.busy}>
          Put it back in the queue
        </Button>
      </div>
      {reopening.error !== null && (
        <p role="alert" className={classes.error}>
          {reopening.error}
        </p>
      )}
    </div>
  );
}
