import { navigate } from "wouter/use-browser-location";
import type { Match } from "../api/model";
import type { ActiveCall } from "./active-call";
import type { Services } from "./services";
import { isOpen, isWaiting } from "./standing-rules";

/** Hears of news as long as somebody is signed in. */
export function keepStandingWhileSignedIn({ session, standing, activeCall }: Services): void {
  session.subscribe(() => {
    if (session.state.phase === "signed-in") standing.start();
    else if (session.state.phase !== "loading" && !activeCall.state.running) standing.stop();
  });
  const hurry = () => standing.hurry();
  window.addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);
}

/**
 * Goes straight into the call when a match comes. Only a page that waits for one does: of several tabs, the one where
 * somebody said yes, asked or is available, so that they don't take the call from each other.
 */
export function followMatches({ standing, activeCall }: Services): void {
  standing.subscribe(() => {
    const { match, ticket, availability } = standing.state;
    if (isWaiting(ticket) || availability) activeCall.prepare();
    const expected = standing.saidYes || waitsHere();
    if (isOpen(match) && match.id !== activeCall.state.match?.id && expected) {
      enterCall(activeCall, match);
    }
  });
}

/** Begins the call of a match and shows it. */
function enterCall(activeCall: ActiveCall, match: Match): void {
  const path = `/call/${match.id}`;
  void activeCall.begin(match);
  if (window.location.pathname !== path) navigate(path);
}

function waitsHere(): boolean {
  return window.location.pathname === "/waiting" || window.location.pathname === "/help";
}
