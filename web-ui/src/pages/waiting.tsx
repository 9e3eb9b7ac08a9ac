import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import type { Ticket } from "../api/model";
import { useServices } from "../app/services";
import { isWaiting } from "../app/standing-rules";
import { DeviceCheck } from "../ui/device-check";
import { useAction } from "../ui/hooks";
import { Loading } from "../ui/loading";
import { Page } from "../ui/page";
import { Question } from "../ui/question";
import { useStore } from "../ui/use-store";
import classes from "./waiting.module.css";

/** How many of those ahead are drawn. */
const DRAWN = 6;

/** The place in the queue, and what to do until it comes to the front. */
export function WaitingPage() {
  const { standing } = useServices();
  const { known, ticket } = useStore(standing);
  if (!known) return <Loading />;
  return isWaiting(ticket) ? <Waiting ticket={ticket} /> : <NotWaiting ticket={ticket} />;
}

function Waiting({ ticket }: { ticket: Ticket }) {
  const { session, standing, media } = useServices();
  const { account } = useStore(session);
  const cancelling = useAction(() => standing.move(ticket.id, "cancel"));
  const offered = ticket.state === "offered";

  return (
    <Page title="You're in the queue">
      <div className={classes.columns}>
        <div>
          <div className={classes.place} data-offered={offered || undefined}>
            <p role="status">
              <strong>Place {ticket.place ?? 1} in the queue</strong>
              <span>
                {offered
                  ? "An expert is reading your question right now."
                  : "The call starts by itself as soon as an expert accepts."}
              </span>
            </p>
            <Ahead place={ticket.place ?? 1} />
          </div>
          <h2 className={classes.small}>What the expert will see</h2>
          <Question {...ticket} from={account?.displayName ?? "You"} />
          {cancelling.error !== null && <p role="alert">{cancelling.error}</p>}
          <Button variant="default" mt="lg" onClick={cancelling.run} loading={cancelling.busy}>
            Leave the queue
          </Button>
          <p className={classes.note}>
            You can load this page again or come back later: your place stays yours.
          </p>
        </div>
        <DeviceCheck media={media} />
      </div>
    </Page>
  );
}

/** Those ahead and, in the light, you. */
function Ahead({ place }: { place: number }) {
  const ahead = Math.min(place - 1, DRAWN);
  return (
    <svg
      className={classes.ahead}
      viewBox={`0 0 ${(ahead + 1) * 34} 40`}
      height="40"
      aria-hidden
      focusable="false"
    >
      {Array.from({ length: ahead + 1 }, (_, i) => (
        <g
          key={i}
          transform={`translate(${17 + i * 34} 0)`}
          className={i === ahead ? classes.you : ""}
        >
          <circle cy="11" r="8" />
          <path d="M-13 40V35a13 13 0 0 1 26 0v5Z" />
        </g>
      ))}
    </svg>
  );
}

function NotWaiting({ ticket }: { ticket: Ticket | null }) {
  const [, navigate] = useLocation();
  const { title, lead } = words(ticket);
  return (
    <Page title={title} lead={lead}>
      <div className={classes.forward}>
        <Button onClick={() => navigate("/ask")}>Ask a question</Button>
        <Button variant="default" onClick={() => navigate("/")}>
          Go to the start
        </Button>
      </div>
    </Page>
  );
}

function words(ticket: Ticket | null): { title: string; lead: string } {
  switch (ticket?.state) {
    case "cancelled":
      return { title: "You left the queue", lead: "Nobody sees your question any more." };
    case "expired":
      return {
        title: "Nobody could take your question",
        lead: "It waited as long as it may. Ask again, or try a broader field so that more experts fit.",
      };
    case "matched":
    case "in-call":
      return {
        title: "Your call has begun",
        lead: "It's open in another tab, or at the start page.",
      };
    case "completed":
      return { title: "That question is done", lead: "Is there something else you're stuck on?" };
    case "paused":
      return { title: "Your question is paused", lead: "It keeps its place." };
    case "failed":
      return { title: "The call didn’t come about", lead: "You can ask again." };
    case "queued":
    case "offered":
    case undefined:
      return { title: "You're not in the queue", lead: "Ask a question to get a place." };
    default:
      return { title: "You're not in the queue", lead: "Ask a question to get a place." };
  }
}
