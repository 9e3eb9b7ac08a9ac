import "../ui/styles";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { followNewLinks, GuestSession, takeToken } from "../guest/guest-session";
import { ArrivalNotice } from "../pages/arrival-notice";
import { loadable } from "../ui/loadable";
import { App } from "./app";
import { takeArrival } from "./arrival";
import {
  followAccount,
  followMatches,
  hurryWhenBack,
  keepStandingWhileSignedIn,
  keepStandingWhileWelcome,
} from "./follow";
import { Frame } from "./frame";
import { LeavingGuard } from "./leaving-guard";
import { createServices, type Services, SessionContext } from "./services";
import { Session } from "./session";

/** Below it are the pages for who came by a join link. */
const JOIN = "/join";

const guest = loadable(() => import("../guest/guest-app"));

function accountPages(): ReactNode {
  const { location, history } = window;
  const arrival = takeArrival({ location, history, storage: () => window.sessionStorage });
  const session = new Session();
  const services = createServices(session, { base: "", guest: false });
  const guard = follow(services);
  keepStandingWhileSignedIn(session, services);
  followAccount(session, services);
  void session.start();
  return (
    <Frame services={services}>
      <SessionContext value={session}>
        {arrival !== null && <ArrivalNotice arrival={arrival} />}
        <App guard={guard} />
      </SessionContext>
    </Frame>
  );
}

function guestPages(): ReactNode {
  const { location, history } = window;
  const session = new GuestSession(
    takeToken({ location, history, storage: () => window.sessionStorage }),
  );
  followNewLinks(window);
  const services = createServices(session, { base: JOIN, guest: true });
  const guard = follow(services);
  keepStandingWhileWelcome(session, services);
  return (
    <Frame services={services}>
      <guest.Page session={session} guard={guard} />
    </Frame>
  );
}

function follow(services: Services): LeavingGuard {
  // Listens to the browser's history before the router does.
  const guard = new LeavingGuard(services);
  hurryWhenBack(services);
  followMatches(services);
  return guard;
}

const root = document.getElementById("root");
if (root) {
  const joins = /^\/join(\/|$)/.test(window.location.pathname);
  createRoot(root).render(<StrictMode>{joins ? guestPages() : accountPages()}</StrictMode>);
}
