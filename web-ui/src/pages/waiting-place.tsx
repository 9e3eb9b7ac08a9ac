import { Button, Group, VisuallyHidden } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useState } from "react";
import type { Ticket } from "../api/model";
import { useServices } from "../app/services";
import { askToNotify, canAskToNotify } from "../ui/attention";
import { DeviceCheck } from "../ui/device-check";
import { Dialog } from "../ui/dialog";
import { estimateWords } from "../ui/estimate";
import { useAction, usePaced } from "../ui/hooks";
import { Page } from "../ui/page";
import { Question } from "../ui/question";
import { useStore } from "../ui/use-store";
import { useWakeLock } from "../ui/wake-lock";
import { Ahead } from "./ahead";
import { ChangeDialog } from "./change-dialog";
import { PausedNotice } from "./paused-notice";
import classes from "./waiting.module.css";

/** News of the place are read aloud no more often than this, in milliseconds. */
const ALOUD_EVERY_MS = 10_000;

/** The place in the queue, kept during a pause, and what can be done until an expert comes. */
export function Place({ ticket }: { ticket: Ticket }) {
  const { who, media } = useServices();
  const { account } = useStore(who);
  const paused = ticket.state === "paused";

  return (
    <Page title={paused ? "Your question is paused" : "You're in the queue"}>
      <div className={classes.columns}>
        <div>
          {paused ? <PausedNotice ticket={ticket} /> : <PlaceCard ticket={ticket} />}
          <h2 className={classes.small}>What the expert will see</h2>
          <Question {...ticket} from={account?.displayName ?? "You"} />
          <Moves ticket={ticket} />
          {!paused && <NotifyHint />}
          <p className={classes.note}>
            You can load this page again or come back later: your place stays yours.
          </p>
        </div>
        <DeviceCheck media={media} />
      </div>
    </Page>
  );
}

function PlaceCard({ ticket }: { ticket: Ticket }) {
  // A phone that goes to sleep would miss the ready check.
  useWakeLock();
  const place = ticket.place ?? 1;
  const offered = ticket.state === "offered";
  const aloud = usePaced(`Place ${place} in the queue.`, ALOUD_EVERY_MS);
  return (
    <div className={classes.place} data-offered={offered || undefined}>
      <p>
        <strong>Place {place} in the queue</strong>
        <span>{offered ? "An expert was found." : estimateWords(ticket.estimate)}</span>
        <span>The call opens here as soon as you and the expert both say yes.</span>
      </p>
      <VisuallyHidden role="status">{aloud}</VisuallyHidden>
      <Ahead place={place} />
    </div>
  );
}

/** What the learner can do with a ticket that has a place. */
function Moves({ ticket }: { ticket: Ticket }) {
  const { standing } = useServices();
  const [changing, setChanging] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const pausing = useAction(() => standing.move(ticket.id, "pause"));
  const changeable = ticket.state !== "offered";

  return (
    <>
      <div className={classes.forward}>
        {changeable && (
          <Button variant="default" onClick={() => setChanging(true)}>
            Change your words
          </Button>
        )}
        {ticket.state === "queued" && (
          <Button variant="default" onClick={pausing.run} loading={pausing.busy}>
            Pause
          </Button>
        )}
        <Button variant="default" onClick={() => setLeaving(true)}>
          Leave the queue
        </Button>
      </div>
      {pausing.error !== null && (
        <p role="alert" className={classes.error}>
          {pausing.error}
        </p>
      )}
      {changing && changeable && <ChangeDialog ticket={ticket} close={() => setChanging(false)} />}
      <LeaveDialog ticket={ticket} opened={leaving} close={() => setLeaving(false)} />
    </>
  );
}

interface LeaveDialogProps {
  ticket: Ticket;
  opened: boolean;
  close: () => void;
}

function LeaveDialog({ ticket, opened, close }: LeaveDialogProps) {
  const { standing } = useServices();
  const leaving = useAction(() => standing.move(ticket.id, "cancel"));
  return (
    <Dialog opened={opened} close={close} title="Leave the queue?">
      <p>
        You give up place {ticket.place ?? 1}, and nobody sees your question any more. To be away
        for a moment, pause instead: that keeps the place.
      </p>
      {leaving.error !== null && (
        <p role="alert" className={classes.error}>
          {leaving.error}
        </p>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close} data-autofocus>
          Stay
        </Button>
        <Button color="brick" onClick={leaving.run} loading={leaving.busy}>
          Leave the queue
        </Button>
      </Group>
    </Dialog>
  );
}

/** Offers a notification of the system for when it gets serious. */
function NotifyHint() {
  const [askable, setAskable] = useState(canAskToNotify);
  if (!askable) return null;
  return (
    <Button
      variant="subtle"
      size="sm"
      mt="sm"
      leftSection={<IconBell size={18} />}
      onClick={() => void askToNotify().finally(() => setAskable(false))}
    >
      Notify me when it’s my turn
    </Button>
  );
}
