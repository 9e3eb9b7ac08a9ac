import { navigate } from "wouter/use-browser-location";
import type { Match } from "../api/model";
import type { GuestSession } from "../guest/guest-session";
import type { Services } from "./services";
import type { Session } from "./session";
import { Promises } from "./promises";
import { isOpen, isWaiting, opensUnasked } from "./standing-rules";

/** Hears of news as long as somebody is signed in. */
export function keepStandingWhileSignedIn(session: Session, services: Services): void {
  const look = () => {
    if (session.state.phase === "signed-in") services.standing.start();
    else if (session.state.phase !== "loading") retire(services);
  };
  session.subscribe(look);
  services.activeCall.subscribe(look);
}

/** Hears of news as long as the join link is good. */
export function keepStandingWhileWelcome(session: GuestSession, services: Services): void {
  const look = () => {
    if (session.state.phase === "open") services.standing.start();
    else retire(services);
  };
  session.subscribe(look);
  services.activeCall.subscribe(look);
  look();
}

/** Nobody is there whom news, camera and microphone could belong to; a call that goes on is not taken from them. */
function retire({ standing, activeCall, media }: Services): void {
  if (activeCall.state.running) return;
  standing.stop();
  media.close();
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
  window.addEventListener("online", () => standing.hurry());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") standing.hurry();
  });
}

/**
 * Goes straight into the call when a match comes: on the page where somebody said yes, and on one that waits for it or has
 * promised it, unless that takes the call from another page.
 */
export function followMatches({ standing, activeCall, base }: Services): void {
  // The match whose call this page was in last: whoever has left it, or taken it elsewhere, is not pulled back into it.
  let beenIn: string | null = null;
  activeCall.subscribe(() => {
    beenIn = activeCall.state.match?.id ?? beenIn;
  });
  const promises = new Promises();
  standing.subscribe(() => {
    const { match, ticket, availability } = standing.state;
    if (isWaiting(ticket) || availability) activeCall.prepare();
    const inSight = document.visibilityState === "visible";
    promises.look(standing.state);
    const waits = waitsHere(base) || (promises.open && inSight);
    const expected = standing.saidYes || (waits && opensUnasked(standing.state, inSight));
    if (isOpen(match) && match.id !== beenIn && expected) {
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
