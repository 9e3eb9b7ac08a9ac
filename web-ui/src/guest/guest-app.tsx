import "../ui/signed-in-styles";
import { Redirect, Route, Router, Switch } from "wouter";
import { call, useCallAround } from "../app/call-page";
import { LeavingDialog } from "../app/leaving-dialog";
import type { LeavingGuard } from "../app/leaving-guard";
import { useServices } from "../app/services";
import { GuestShell } from "../app/shell";
import { LinkOverPage } from "../pages/messages";
import { ReadyDialog } from "../pages/ready-dialog";
import { WaitingPage } from "../pages/waiting";
import { useStore, useStorePart } from "../ui/use-store";
import type { GuestSession } from "./guest-session";

const PAGES_WITH_DEVICES = ["/"];

interface GuestPagesProps {
  session: GuestSession;
  guard: LeavingGuard;
}

/** All that somebody sees who came by a join link: their place, the call, and what comes after. */
export default function GuestPages({ session, guard }: GuestPagesProps) {
  const { base, activeCall } = useServices();
  const { phase } = useStore(session);
  const inCall = useStorePart(activeCall, ({ running }) => running);
  if (phase !== "open" && !inCall) {
    return <LinkOverPage expired={phase === "expired"} />;
  }
  return (
    <Router base={base}>
      <Pages guard={guard} />
    </Router>
  );
}

function Pages({ guard }: { guard: LeavingGuard }) {
  useCallAround(PAGES_WITH_DEVICES);
  return (
    <>
      <Switch>
        <Route path="/call/:matchId">{({ matchId }) => <call.Page matchId={matchId} />}</Route>
        <Route>
          <GuestShell>
            <Switch>
              <Route path="/" component={WaitingPage} />
              <Route>
                <Redirect to="/" />
              </Route>
            </Switch>
          </GuestShell>
        </Route>
      </Switch>
      <ReadyDialog />
      <LeavingDialog guard={guard} />
    </>
  );
}
