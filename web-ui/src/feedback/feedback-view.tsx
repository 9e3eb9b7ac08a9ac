import { Button, Chip, Textarea } from "@mantine/core";
import { useState } from "react";
import { useAction } from "../ui/hooks";
import { useStore } from "../ui/use-store";
import { type Feedback, MAX_WORDS } from "./feedback";
import classes from "./feedback.module.css";
import { MarksBar } from "./marks-view";
import { REASON_WORDS, reasonsFor } from "./reasons";
import { StarsInput } from "./stars";

interface FeedbackPanelProps {
  feedback: Feedback;
  /** Whether there are pages of favourites and of blocked people: not without an account. */
  hasLists: boolean;
}

/** Stars, reasons and words for a call that is over; thanks, favourite and block beside them. All of it can be left. */
export function FeedbackPanel({ feedback, hasLists }: FeedbackPanelProps) {
  const { stars, reasons, words, sent } = useStore(feedback);
  const [justSent, setJustSent] = useState(false);
  const sending = useAction(async () => {
    await feedback.send();
    setJustSent(true);
  });
  const peer = feedback.match.peer.displayName;
  const shown = stars === 0 ? [] : reasonsFor(feedback.match.role, stars);

  return (
    <section className={classes.panel} aria-label={`What you make of the call with ${peer}`}>
      <StarsInput
        legend={`How was it with ${peer}?`}
        value={stars}
        onChange={(given) => feedback.giveStars(given)}
      />
      {stars > 0 && (
        <>
          <fieldset className={classes.reasons}>
            <legend>{stars >= 4 ? "What was good?" : "What was it?"}</legend>
            <Chip.Group
              multiple
              value={[...reasons]}
              onChange={(chosen) => feedback.giveReasons(chosen)}
            >
              {shown.map((reason) => (
                <Chip key={reason} value={reason} size="md" variant="outline">
                  {REASON_WORDS[reason]}
                </Chip>
              ))}
            </Chip.Group>
          </fieldset>
          <Textarea
            label="In your words"
            description={
              hasLists ? "Optional. You find it with the call in your history." : "Optional."
            }
            value={words}
            onChange={(event) => feedback.write(event.currentTarget.value)}
            maxLength={MAX_WORDS}
            autosize
            minRows={2}
            maxRows={6}
          />
          <div className={classes.send}>
            <Button onClick={sending.run} loading={sending.busy} disabled={!feedback.unsent}>
              {sent ? "Change the rating" : "Send the rating"}
            </Button>
            <p role="status">{justSent && !feedback.unsent && "Sent. Thank you!"}</p>
          </div>
          {sending.error !== null && (
            <p role="alert" className={classes.error}>
              {sending.error}
            </p>
          )}
        </>
      )}
      <MarksBar feedback={feedback} hasLists={hasLists} />
    </section>
  );
}
