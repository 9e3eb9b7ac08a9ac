import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Offer } from "../api/model";
import { useServices } from "../app/services";
import { saysItIsOver } from "../app/standing-store";
import { useTimeLeft } from "../app/time-left";
import { callAttention } from "../ui/attention";
import { Because } from "../ui/because";
import { Countdown } from "../ui/countdown";
import { Dialog } from "../ui/dialog";
import { useAction, wordsOf } from "../ui/hooks";
import { Question } from "../ui/question";
import { useStorePart } from "../ui/use-store";
import { duration } from "../ui/words";
import { MeetingDialog, MeetingTitle, WaitingFor } from "./meeting-dialog";
import classes from "./meeting-dialog.module.css";

/** How long the news of what came of an accepted offer may take after its end, in milliseconds. */
const NEWS_MS = 3000;

/** Shows an offer wherever the expert is, until the call begins or it is over. */
export function OfferDialog() {
  const { standing } = useServices();
  const offer = useStorePart(standing, (state) => state.offer);
  const [refusal, setRefusal] = useState<string | null>(null);

  return (
    <>
      <MeetingDialog opened={offer !== null}>
        {offer && <OfferCard key={offer.id} offer={offer} onRefused={setRefusal} />}
      </MeetingDialog>
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
  /** The offer was over when it was accepted, and why; null for a new offer. */
  onRefused: (words: string | null) => void;
}

function OfferCard({ offer, onRefused }: OfferCardProps) {
  const { standing, activeCall } = useServices();
  const left = useTimeLeft(offer.expiresAt, 250);
  const learner = offer.learner.displayName;

  useEffect(() => {
    activeCall.prepare();
    onRefused(null);
    return callAttention("Somebody is stuck");
  }, [activeCall, onRefused]);

  const accepting = useAction(async () => {
    try {
      await standing.accept(offer.id);
    } catch (error) {
      // Without an answer the offer may have become a call.
      if (saysItIsOver(error)) onRefused(wordsOf(error));
      throw error;
    }
  });
  const declining = useAction(() => standing.decline(offer.id));
  const over = left === 0 && !accepting.busy;
  const error = accepting.error ?? declining.error;

  useEffect(() => {
    if (!over) return;
    const close = () => standing.offerRanOut(offer.id);
    const timer = setTimeout(close, offer.accepted ? NEWS_MS : 0);
    return () => clearTimeout(timer);
  }, [over, standing, offer.id, offer.accepted]);

  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <MeetingTitle answered={offer.accepted}>
          {offer.accepted ? `Waiting for ${learner}…` : `${learner} is stuck. Can you help?`}
        </MeetingTitle>
        <Countdown left={left} label="Seconds left to answer" />
      </div>
      {offer.accepted && (
        <WaitingFor>
          The call opens by itself as soon as {learner} is there. If {learner} doesn’t answer, you
          stay available and are asked first for the next question.
        </WaitingFor>
      )}
      {!offer.accepted && <Question {...offer} from={learner} />}
      {!offer.accepted && <p className={classes.facts}>{waitedWords(offer)}</p>}
      <Because title="Why this fits" because={offer.because} />
      {!offer.accepted && (
        <>
          <div className={classes.actions}>
            {error !== null && (
              <p role="alert" className={classes.error}>
                {error}
              </p>
            )}
            <Button
              size="lg"
              onClick={accepting.run}
              loading={accepting.busy}
              disabled={declining.busy}
            >
              Accept
            </Button>
            <Button
              size="lg"
              variant="default"
              onClick={declining.run}
              loading={declining.busy}
              disabled={accepting.busy}
            >
              Decline
            </Button>
          </div>
          <p className={classes.note}>
            The call opens when you both say yes. Declining keeps you available; nobody is told.
          </p>
        </>
      )}
    </div>
  );
}

function waitedWords({ waitedSeconds, learner, learnerReady }: Offer): string {
  const waited = `Waiting for ${duration((waitedSeconds || 0) * 1000)}.`;
  return learnerReady ? `${waited} ${learner.displayName} is there and ready.` : waited;
}
