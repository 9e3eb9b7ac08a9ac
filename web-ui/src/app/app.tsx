import { MantineProvider } from "@mantine/core";
import { useLocation } from "wouter";
import { LandingPage } from "../pages/landing";
import { ExpiredPage, SignInPage, UnreachablePage } from "../pages/messages";
import { loadable } from "../ui/loadable";
import { Loading } from "../ui/loading";
import { theme } from "../ui/theme";
import { useStore, useStorePart } from "../ui/use-store";
import { ErrorBoundary } from "./error-boundary";
import type { LeavingGuard } from "./leaving-guard";
import { type Services, ServicesContext, useServices } from "./services";

const signedIn = loadable(() => import("./signed-in"));

interface AppProps {
  services: Services;
  guard: LeavingGuard;
}

/** The whole page. */
export function App({ services, guard }: AppProps) {
  const [path] = useLocation();
  const running = useStorePart(services.activeCall, ({ running }) => running);
  // Faces look best on a dark stage, whatever the rest of the page looks like.
  const onStage = running && path.startsWith("/call/");
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(onStage && { forceColorScheme: "dark" as const })}
    >
      <ErrorBoundary>
        <ServicesContext value={services}>
          <Entrance guard={guard} />
        </ServicesContext>
      </ErrorBoundary>
    </MantineProvider>
  );
}

function Entrance({ guard }: { guard: LeavingGuard }) {
  const { session, activeCall } = useServices();
  const { phase } = useStore(session);
  const inCall = useStorePart(activeCall, ({ running }) => running);
  const [path] = useLocation();

  if (phase === "signed-in" || inCall) {
    return <signedIn.Page guard={guard} />;
  }
  switch (phase) {
    case "loading":
      return <Loading />;
    case "unreachable":
      return <UnreachablePage retry={() => session.start()} />;
    case "expired":
      return <ExpiredPage path={path} />;
    case "signed-out":
      return path === "/" ? <LandingPage /> : <SignInPage path={path} />;
    default:
      return phase satisfies never;
  }
}
