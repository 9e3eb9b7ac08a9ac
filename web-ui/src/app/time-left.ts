import { useNow } from "../ui/hooks";
import { useServices } from "./services";

/** Milliseconds until a time of the service, by its own clock; looked at again every `interval`. 0 without a time. */
export function useTimeLeft(until: string | null | undefined, interval: number): number {
  const { standing } = useServices();
  useNow(interval);
  return until ? Math.max(Date.parse(until) - standing.serverNow(), 0) : 0;
}
