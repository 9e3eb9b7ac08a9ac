import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { theme } from "../ui/theme";
import { useStorePart } from "../ui/use-store";
import { ErrorBoundary } from "./error-boundary";
import { type Services, ServicesContext } from "./services";

/** What every page needs around it: looks, services, and a way out when a view fails. */
export function Frame({ services, children }: { services: Services; children: ReactNode }) {
  const [path] = useLocation();
  const running = useStorePart(services.activeCall, ({ running }) => running);
  // Faces look best on a dark stage, whatever the rest of the page looks like.
  const onStage = running && path.startsWith(`${services.base}/call/`);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(onStage && { forceColorScheme: "dark" as const })}
    >
      <ErrorBoundary>
        <ServicesContext value={services}>{children}</ServicesContext>
      </ErrorBoundary>
    </MantineProvider>
  );
}
