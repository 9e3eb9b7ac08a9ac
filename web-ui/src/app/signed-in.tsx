import "../ui/signed-in-styles";
import { useEffect } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { AskPage } from "../pages/ask";
import { HelpPage } from "../pages/help";
import { HomePage } from "../pages/home";
import { NotFoundPage } from "../pages/messages";
import { OfferDialog } from "../pages/offer-dialog";
import { ReadyDialog } from "../pages/ready-dialog";
import { ProfilePage } from "../pages/profile";
import { WaitingPage } from "../pages/waiting";
import { loadable } from "../ui/loadable";
import { useStore } from "../ui/use-store";
import { LeavingDialog } from "./leaving-dialog";
import type { LeavingGuard } from "./leaving-guard";
import { useServices } from "./services";
import { Shell } from "./shell";
import { isOpen, isWaiting } from "./standing-rules";

const call = loadable(() => import("../pages/call"));

/** Everything behind the sign-in. */
export default function SignedIn({ guard }: { guard: LeavingGuard }) {
  const { standing, media, activeCall } = useServices();
  const { ticket, availability, match } = useStore(standing);
  const [path] = useLocation();
  const expectsCall = isWaiting(ticket) || availability !== null || isOpen(match);

  useEffect(() => {
    // What fails here is tried again when the call is shown.
    if (expectsCall) call.preload().catch(() => undefined);
  }, [expectsCall]);

  useEffect(() => {
    if (path.startsWith("/call/") || activeCall.state.running) return;
    activeCall.forget();
    // The camera's light goes out with the last page that shows its picture.
    if (path !== "/waiting" && path !== "/help") media.close();
  }, [path, media, activeCall]);

  return (
    <>
      <Switch>
        <Route path="/call/:matchId">{({ matchId }) => <call.Page matchId={matchId} />}</Route>
        <Route>
          <Shell>
            <Switch>
              <Route path="/" component={HomePage} />
              <Route path="/ask" component={AskPage} />
              <Route path="/waiting" component={WaitingPage} />
              <Route path="/help" component={HelpPage} />
              <Route path="/profile" component={ProfilePage} />
              <Route path="/index.html">
                <Redirect to="/" />
              </Route>
              <Route component={NotFoundPage} />
            </Switch>
          </Shell>
        </Route>
      </Switch>
      <ReadyDialog />
      <OfferDialog />
      <LeavingDialog guard={guard} />
    </>
  );
}
