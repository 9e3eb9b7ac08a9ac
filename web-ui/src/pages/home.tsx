import { IconArrowRight } from "@tabler/icons-react";
import { Link } from "wouter";
import { useServices, useSession } from "../app/services";
import { hasPlace, isOpen } from "../app/standing-rules";
import { Page } from "../ui/page";
import { useStore } from "../ui/use-store";
import classes from "./home.module.css";

/** Two doors: to ask, and to help. */
export function HomePage() {
  const session = useSession();
  const { standing } = useServices();
  const { account } = useStore(session);
  const { ticket, availability, match, toRate } = useStore(standing);
  const firstName = account?.displayName.split(" ")[0] ?? "";
  const helps = account?.fields.map(({ name }) => name) ?? [];

  return (
    <Page title={`Hello, ${firstName}`}>
      {isOpen(match) && (
        <Link href={`/call/${match.id}`} className={classes.call}>
          <span>
            <strong>Your call with {match.peer.displayName} is still open</strong>
            <span>{match.field.name}</span>
          </span>
          <IconArrowRight aria-hidden />
        </Link>
      )}
      {!isOpen(match) && toRate && (
        <Link href={`/call/${toRate.id}`} className={classes.rate}>
          <span>
            How was your call with <strong>{toRate.peer.displayName}</strong>?
          </span>
          <IconArrowRight aria-hidden />
        </Link>
      )}
      <nav className={classes.porch} aria-label="What to do">
        <span className={classes.column} />
        <Link href={hasPlace(ticket) ? "/waiting" : "/ask"} className={classes.door}>
          <h2>I&rsquo;m stuck</h2>
          <p>
            {hasPlace(ticket)
              ? ticket.state === "paused"
                ? "Your question is paused. Go on when you like."
                : "Your question is in the queue. Go to your place."
              : "Say what on, and meet somebody who knows."}
          </p>
          <IconArrowRight aria-hidden className={classes.arrow} />
        </Link>
        <span className={classes.column} />
        <Link href="/help" className={classes.door}>
          <h2>I can help</h2>
          <p>
            {availability
              ? "You're available. See how it stands."
              : "Be there for somebody who is stuck, for as long as you like."}
          </p>
          <IconArrowRight aria-hidden className={classes.arrow} />
        </Link>
        <span className={classes.column} />
      </nav>
      <p className={classes.profile}>
        {helps.length === 0
          ? "You haven't said yet what you can help with. "
          : `You help with ${new Intl.ListFormat("en").format(helps.slice(0, 3))}${helps.length > 3 ? " and more" : ""}. `}
        <Link href="/profile">{helps.length === 0 ? "Add it to your profile" : "Change it"}</Link>
      </p>
    </Page>
  );
}
