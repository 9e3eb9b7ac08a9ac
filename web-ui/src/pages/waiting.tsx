import { useServices } from "../app/services";
import { hasPlace } from "../app/standing-rules";
import { Loading } from "../ui/loading";
import { useStore } from "../ui/use-store";
import { TicketOver } from "./ticket-over";
import { Place } from "./waiting-place";

/** The ticket in whatever state it is. */
export function WaitingPage() {
  const { standing } = useServices();
  const { known, ticket } = useStore(standing);
  if (!known) return <Loading />;
  return hasPlace(ticket) ? <Place ticket={ticket} /> : <TicketOver ticket={ticket} />;
}
