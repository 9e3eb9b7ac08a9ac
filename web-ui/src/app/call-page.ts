import { useEffect } from "react";
import { useLocation } from "wouter";
import { loadable } from "../ui/loadable";
import { useStorePart } from "../ui/use-store";
import { useServices } from "./services";
import { isOpen, isWaiting } from "./standing-rules";

/** The page of a call; heavy, so that it comes when a call is to be expected. */
export const call = loadable(() => import("../pages/call"));

/** Fetches the page of the call in time, and puts call and devices away on pages that show neither. */
export function useCallAround(pagesWithDevices: readonly string[]): void {
  const { standing, media, activeCall } = useServices();
  const expectsCall = useStorePart(
    standing,
    ({ ticket, availability, match }) =>
      isWaiting(ticket) || availability !== null || isOpen(match),
  );
  const [path] = useLocation();
  const showsDevices = pagesWithDevices.includes(path);

  useEffect(() => {
    // What fails here is tried again when the call is shown.
    if (expectsCall) call.preload().catch(() => undefined);
  }, [expectsCall]);

  useEffect(() => {
    if (path.startsWith("/call/") || activeCall.state.running) return;
    activeCall.forget();
    // The camera's light goes out with the last page that shows its picture.
    if (!showsDevices) media.close();
  }, [path, showsDevices, media, activeCall]);
}
