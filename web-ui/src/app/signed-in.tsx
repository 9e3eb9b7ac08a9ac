import "../ui/signed-in-styles";
import { Redirect, Route, Switch } from "wouter";
import { AskPage } from "../pages/ask";
import { HelpPage } from "../pages/help";
import { HomePage } from "../pages/home";
import { NotFoundPage } from "../pages/messages";
import { OfferDialog } from "../pages/offer-dialog";
import { ProfilePage } from "../pages/profile";
import { ReadyDialog } from "../pages/ready-dialog";
import { WaitingPage } from "../pages/waiting";
import { loadable } from "../ui/loadable";
import { call, useCallAround } from "./call-page";
import { LeavingDialog } from "./leaving-dialog";
import type { LeavingGuard } from "./leaving-guard";
import { Shell } from "./shell";

const PAGES_WITH_DEVICES = ["/waiting", "/help"];

const history = loadable(() => import("../pages/history"));
const people = loadable(() => import("../pages/people"));
const accounts = loadable(() => import("../pages/accounts"));
const selfTest = loadable(() => import("../pages/self-test"));

/** Everything behind the sign-in. */
export default function SignedIn({ guard }: { guard: LeavingGuard }) {
  useCallAround(PAGES_WITH_DEVICES);
  return (
    <>
      <Switch>
        <Route path="/call/:matchId">{({ matchId }) => <call.Page matchId={matchId} />}</Route>
        <Route>
          <Shell>
            <Pages />
          </Shell>
        </Route>
      </Switch>
      <ReadyDialog />
      <OfferDialog />
      <LeavingDialog guard={guard} />
    </>
  );
}

function Pages() {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/ask" component={AskPage} />
      <Route path="/waiting" component={WaitingPage} />
      <Route path="/help" component={HelpPage} />
      <Route path="/profile" component={ProfilePage} />
      <Route path="/history" component={history.Page} />
      <Route path="/favourites">
        <people.Page key="favourites" kind="favourites" />
      </Route>
      <Route path="/blocked">
        <people.Page key="blocks" kind="blocks" />
      </Route>
      <Route path="/accounts" component={accounts.Page} />
      <Route path="/admin/self-test" component={selfTest.Page} />
      <Route path="/index.html">
        <Redirect to="/" />
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
