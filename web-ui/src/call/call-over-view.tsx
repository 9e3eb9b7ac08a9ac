import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import type { Match } from "../api/model";
import { useServices } from "../app/services";
import { usePageTitle } from "../ui/hooks";
import { Logo } from "../ui/logo";
import { useStore } from "../ui/use-store";
import { duration } from "../ui/words";
import type { Call } from "./call";
import { endWords, type StatusWords } from "./call-words";
import classes from "./call-over.module.css";

interface CallOverProps {
  match: Match;
  /** Null when the page was opened after the call. */
  call: Call | null;
}

/** After a call: how it ended, and the ways forward. */
export function CallOver({ match, call }: CallOverProps) {
  const { media, standing, activeCall } = useServices();
  const { matchEnded } = useStore(standing);
  const [, navigate] = useLocation();
  const [endedAt] = useState(() => Date.now());
  const noShow = matchEnded?.matchId === match.id && matchEnded.reason === "no-show";
  const words = overWords(call, match, noShow);
  const again = !noShow && (call?.state.phase === "failed" || call?.state.endedBy === "elsewhere");
  const liveSince = call?.state.liveSince ?? null;
  usePageTitle(words.title);

  useEffect(() => {
    media.close();
  }, [media]);

  return (
    <main className={classes.over}>
      <Logo size={52} />
      <h1>{words.title}</h1>
      <p>{words.hint}</p>
      {liveSince !== null && (
        <p className={classes.fact}>
          You talked for {duration(endedAt - liveSince)} about {match.field.name}.
        </p>
      )}
      <div className={classes.actions}>
        {again && (
          <Button onClick={() => void activeCall.retry()}>
            {call?.state.endedBy === "elsewhere" ? "Bring it here" : "Try again"}
          </Button>
        )}
        {match.role === "learner" ? (
          <Button variant={again ? "default" : "filled"} onClick={() => navigate("/ask")}>
            Ask something else
          </Button>
        ) : (
          <Button variant={again ? "default" : "filled"} onClick={() => navigate("/help")}>
            Help somebody else
          </Button>
        )}
        <Button variant="default" onClick={() => navigate("/")}>
          Go to the start
        </Button>
      </div>
    </main>
  );
}

function overWords(call: Call | null, match: Match, noShow: boolean): StatusWords {
  const peer = match.peer.displayName;
  if (call) return endWords(call.state, peer, noShow);
  return { title: "This call is over", hint: `You talked with ${peer} about ${match.field.name}.` };
}
