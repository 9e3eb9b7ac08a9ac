import { navigate } from "wouter/use-browser-location";
import type { Match } from "../api/model";
import type { Services } from "./services";
import type { Session } from "./session";
import { isOpen, isWaiting } from "./standing-rules";

/** Hears of news as long as somebody is signed in. */
export function keepStandingWhileSignedIn(
  session: Session,
  { standing, activeCall }: Services,
): void {
  session.subscribe(() => {
    if (session.state.phase === "signed-in") standing.start();
    else if (session.state.phase !== "loading" && !activeCall.state.running) standing.stop();
  });
}

/** Asks again who is signed in when something about the account has changed elsewhere. */
export function followAccount(session: Session, { standing }: Services): void {
  let seen = standing.state.accountNews;
  standing.subscribe(() => {
    const { accountNews } = standing.state;
    if (accountNews > seen) void session.renew();
    seen = accountNews;
  });
}

/** Looks for news as soon as the network is back, or the page is looked at again. */
export function hurryWhenBack({ standing }: Services): void {
  const hurry = () => standing.hurry();
  window.addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);
}

/**
 * Goes straight into the call when a match comes. Only a page that waits for one does: of several tabs, the one where
 * somebody said yes, asked or is available, so that they don't take the call from each other.
 */
export function followMatches({ standing, activeCall, base }: Services): void {
  standing.subscribe(() => {
    const { match, ticket, availability } = standing.state;
    if (isWaiting(ticket) || availability) activeCall.prepare();
    const expected = standing.saidYes || waitsHere(base);
    if (isOpen(match) && match.id !== activeCall.state.match?.id && expected) {
      void activeCall.begin(match, standing.pass);
      show(match, base);
    }
  });
}

function show(match: Match, base: string): void {
  const path = `${base}/call/${match.id}`;
  if (window.location.pathname !== path) navigate(path);
}

function waitsHere(base: string): boolean {
  const { pathname } = window.location;
  return (
    [`${base}/waiting`, `${base}/help`].includes(pathname) || (base !== "" && pathname === base)
  );
}
