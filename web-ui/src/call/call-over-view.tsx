import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { Match, MatchEnd } from "../api/model";
import { useServices } from "../app/services";
import { hasPlace } from "../app/standing-rules";
import { Feedback } from "../feedback/feedback";
import { FeedbackPanel } from "../feedback/feedback-view";
import { usePageTitle } from "../ui/hooks";
import { Logo } from "../ui/logo";
import { useStore } from "../ui/use-store";
import { duration } from "../ui/words";
import type { Call } from "./call";
import { ENDED_BY_ADMINISTRATOR, endWords, type StatusWords } from "./call-words";
import classes from "./call-over.module.css";

interface CallOverProps {
  match: Match;
  /** Null when the page was opened after the call. */
  call: Call | null;
}

/** After a call: how it ended, what one makes of it, and the ways forward. */
export function CallOver({ match, call }: CallOverProps) {
  const { media, matchmaking, standing, guest } = useServices();
  const { matchEnded, ticket } = useStore(standing);
  const [endedAt] = useState(() => Date.now());
  const [feedback] = useState(() => new Feedback(matchmaking, match));
  const reason = match.reason ?? (matchEnded?.matchId === match.id ? matchEnded.reason : undefined);
  const words = overWords(call, match, reason);
  const cameToNothing = reason === "no-show" || reason === "withdrawn";
  const again =
    !cameToNothing &&
    reason !== "by-administrator" &&
    (call?.state.phase === "failed" || call?.state.endedBy === "elsewhere");
  const liveSince = call?.state.liveSince ?? null;
  const met = !cameToNothing && !again && (call === null || liveSince !== null);
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(words.title);

  useEffect(() => {
    media.close();
    // What had the focus is gone with the call, and this is how it ended.
    heading.current?.focus({ preventScroll: true });
  }, [media]);

  return (
    <main className={classes.over}>
      <Logo size={52} />
      <h1 ref={heading} tabIndex={-1}>
        {words.title}
      </h1>
      <p>{words.hint}</p>
      {liveSince !== null && (
        <p className={classes.fact}>
          You talked for {duration(endedAt - liveSince)} about {match.field.name}.
        </p>
      )}
      {met && (
        <div className={classes.feedback}>
          <FeedbackPanel feedback={feedback} hasLists={!guest} />
        </div>
      )}
      {guest && !again && !hasPlace(ticket) ? (
        <p className={classes.fact}>You can close this page.</p>
      ) : (
        <WaysOn match={match} call={call} again={again} />
      )}
    </main>
  );
}

function WaysOn({ match, call, again }: CallOverProps & { again: boolean }) {
  const { activeCall, guest, standing } = useServices();
  const [, navigate] = useLocation();
  const { ticket } = useStore(standing);
  const next = match.role === "learner" ? "/ask" : "/help";
  // The expert did not come, or left too early: the learner has not lost anything.
  const queued = match.role === "learner" && hasPlace(ticket);
  return (
    <div className={classes.actions}>
      {again && (
        <Button onClick={() => void activeCall.retry()}>
          {call?.state.endedBy === "elsewhere" ? "Bring it here" : "Try again"}
        </Button>
      )}
      {queued && (
        <Button onClick={() => navigate(guest ? "/" : "/waiting")}>Back to your place</Button>
      )}
      {!guest && (
        <>
          {!queued && (
            <Button variant={again ? "default" : "filled"} onClick={() => navigate(next)}>
              {match.role === "learner" ? "Ask something else" : "Help somebody else"}
            </Button>
          )}
          <Button variant="default" onClick={() => navigate("/")}>
            Go to the start
          </Button>
        </>
      )}
    </div>
  );
}

function overWords(call: Call | null, match: Match, reason: MatchEnd | undefined): StatusWords {
  const peer = match.peer.displayName;
  if (call) return endWords(call.state, match, reason);
  if (reason === "by-administrator") return ENDED_BY_ADMINISTRATOR;
  if (reason === "no-show" || reason === "withdrawn") {
    return {
      title: "This call didn’t come about",
      hint: `You and ${peer} were matched about ${match.field.name}, but did not meet.`,
    };
  }
  return { title: "This call is over", hint: `You talked with ${peer} about ${match.field.name}.` };
}
