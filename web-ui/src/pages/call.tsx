import { useEffect, useState } from "react";
import { Problem } from "../api/http";
import type { Match } from "../api/model";
import { useServices } from "../app/services";
import { isOpen } from "../app/standing-rules";
import { CallOver } from "../call/call-over-view";
import { CallRoom } from "../call/call-view";
import { wordsOf } from "../ui/hooks";
import { Loading } from "../ui/loading";
import { useStore } from "../ui/use-store";
import { NotFoundPage, TroublePage } from "./messages";

/** The call of a match: on the way there, in it, and after it. */
export default function CallPage({ matchId }: { matchId: string }) {
  const { activeCall } = useServices();
  const { match, call, trouble } = useStore(activeCall);
  if (match?.id !== matchId) return <Entering key={matchId} matchId={matchId} />;
  if (trouble !== null) return <TroublePage words={trouble} />;
  if (!call) return <Loading />;
  return <CallRoom call={call} match={match} />;
}

type Lookup =
  { kind: "looking" } | { kind: "over"; match: Match } | { kind: "failed"; error: unknown };

/** Finds out about a match that this page was opened with, and enters its room while it is open. */
function Entering({ matchId }: { matchId: string }) {
  const { matchmaking, activeCall } = useServices();
  const [lookup, setLookup] = useState<Lookup>({ kind: "looking" });

  useEffect(() => {
    let gone = false;
    matchmaking
      .match(matchId)
      .then((match) => {
        if (gone) return;
        if (isOpen(match)) void activeCall.begin(match);
        else setLookup({ kind: "over", match });
      })
      .catch((error: unknown) => {
        if (!gone) setLookup({ kind: "failed", error });
      });
    return () => {
      gone = true;
    };
  }, [matchId, matchmaking, activeCall]);

  switch (lookup.kind) {
    case "looking":
      return <Loading />;
    case "over":
      return <CallOver match={lookup.match} call={null} />;
    case "failed": {
      const unknown = lookup.error instanceof Problem && lookup.error.status === 404;
      return unknown ? <NotFoundPage /> : <TroublePage words={wordsOf(lookup.error)} />;
    }
    default:
      return lookup satisfies never;
  }
}
