import { useLocation } from "wouter";
import { LandingPage } from "../pages/landing";
import {
  BannedPage,
  DeletedPage,
  ExpiredPage,
  SignInPage,
  UnreachablePage,
} from "../pages/messages";
import { loadable } from "../ui/loadable";
import { Loading } from "../ui/loading";
import { useStore, useStorePart } from "../ui/use-store";
import type { LeavingGuard } from "./leaving-guard";
import { useServices, useSession } from "./services";

const signedIn = loadable(() => import("./signed-in"));

/** All pages for accounts, and the way in. */
export function App({ guard }: { guard: LeavingGuard }) {
  const session = useSession();
  const { activeCall } = useServices();
  const state = useStore(session);
  const { phase } = state;
  const inCall = useStorePart(activeCall, ({ running }) => running);
  const [path] = useLocation();

  if (phase === "signed-in" || inCall) {
    return <signedIn.Page guard={guard} />;
  }
  switch (state.phase) {
    case "loading":
      return <Loading />;
    case "unreachable":
      return <UnreachablePage retry={() => session.start()} />;
    case "expired":
      return <ExpiredPage path={path} />;
    case "deleted":
      return <DeletedPage />;
    case "banned":
      return <BannedPage words={state.words} />;
    case "signed-out":
      return path === "/" ? <LandingPage /> : <SignInPage path={path} />;
    default:
      return state satisfies never;
  }
}
