import { Button, Modal } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Offer } from "../api/matchmaking";
import { enterCall } from "../app/follow";
import { useServices } from "../app/services";
import { chime } from "../ui/chime";
import { Dialog } from "../ui/dialog";
import { useAction, useNow } from "../ui/hooks";
import { reasonList } from "../ui/languages";
import { Question } from "../ui/question";
import { useStore } from "../ui/use-store";
import classes from "./offer-dialog.module.css";

/** Shows an offer wherever the expert is, until it is answered or over. */
export function OfferDialog() {
  const { standing } = useServices();
  const { offer } = useStore(standing);
  const [refusal, setRefusal] = useState<string | null>(null);

  return (
    <>
      <Modal.Root
        opened={offer !== null}
        onClose={() => undefined}
        centered
        size="lg"
        classNames={{ content: classes.content ?? "" }}
        closeOnEscape={false}
        closeOnClickOutside={false}
        transitionProps={{ duration: 0 }}
      >
        <Modal.Overlay backgroundOpacity={0.6} />
        <Modal.Content>
          {offer && <OfferCard key={offer.id} offer={offer} onRefused={setRefusal} />}
        </Modal.Content>
      </Modal.Root>
      <Dialog
        opened={offer === null && refusal !== null}
        title="That offer is over"
        close={() => setRefusal(null)}
      >
        <p>{refusal}</p>
        <Button mt="md" onClick={() => setRefusal(null)}>
          OK
        </Button>
      </Dialog>
    </>
  );
}

interface OfferCardProps {
  offer: Offer;
  onRefused: (words: string) => void;
}

function OfferCard({ offer, onRefused }: OfferCardProps) {
  const { standing, activeCall } = useServices();
  const left = useTimeLeft(offer);

  useEffect(() => {
    activeCall.prepare();
    return callAttention();
  }, [activeCall]);

  const accepting = useAction(async () => {
    try {
      const match = await standing.accept(offer.id);
      enterCall(activeCall, match);
    } catch (error) {
      onRefused(error instanceof Error ? error.message : "Somebody else may have been faster.");
      throw error;
    }
  });
  const declining = useAction(() => standing.decline(offer.id));
  const over = left === 0 && !accepting.busy;

  useEffect(() => {
    if (over) standing.offerRanOut(offer.id);
  }, [over, standing, offer.id]);

  return (
    <div className={classes.offer}>
      <div className={classes.head}>
        <Modal.Title component="h2" className={classes.title} tabIndex={-1} data-autofocus>
          {offer.learner.displayName} is stuck. Can you help?
        </Modal.Title>
        <Countdown left={left} />
      </div>
      <Question {...offer} from={offer.learner.displayName} />
      {offer.because.length > 0 && (
        <p className={classes.because}>Why you: {reasonList(offer.because)}</p>
      )}
      {accepting.error !== null && <p role="alert">{accepting.error}</p>}
      <div className={classes.actions}>
        <Button size="lg" onClick={accepting.run} loading={accepting.busy}>
          Accept
        </Button>
        <Button size="lg" variant="default" onClick={declining.run} disabled={accepting.busy}>
          Decline
        </Button>
      </div>
      <p className={classes.note}>
        Accepting opens the call. Declining keeps you available; nobody is told.
      </p>
    </div>
  );
}

function Countdown({ left }: { left: number }) {
  const [whole] = useState(() => Math.max(left, 1));
  const circumference = 2 * Math.PI * 20;
  return (
    <div className={classes.countdown} role="timer" aria-label="Seconds left to answer">
      <svg viewBox="0 0 48 48" width="56" height="56" aria-hidden focusable="false">
        <circle cx="24" cy="24" r="20" className={classes.track} />
        <circle
          cx="24"
          cy="24"
          r="20"
          className={classes.sand}
          strokeDasharray={circumference}
          strokeDashoffset={circumference * (1 - left / whole)}
        />
      </svg>
      <span>{Math.ceil(left / 1000)}</span>
    </div>
  );
}

/** Milliseconds until the offer ends, by the service's clock. */
function useTimeLeft(offer: Offer): number {
  const { standing } = useServices();
  useNow(250);
  const left = Date.parse(offer.expiresAt) - standing.serverNow();
  return Math.min(Math.max(left, 0), 60_000);
}

/** Chimes, and marks the tab of a page that is not looked at. */
function callAttention(): () => void {
  const title = document.title;
  document.title = "● Somebody is stuck · Stoa";
  chime();
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(200);
  return () => {
    document.title = title;
  };
}
