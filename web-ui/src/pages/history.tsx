import { Button, VisuallyHidden } from "@mantine/core";
import { IconBan, IconBookmarkFilled, IconHeartFilled } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import type { HistoryEntry } from "../api/model";
import { useServices } from "../app/services";
import { Feedback } from "../feedback/feedback";
import { FeedbackPanel } from "../feedback/feedback-view";
import { Stars } from "../feedback/stars";
import { Listing } from "../listing";
import { Dialog } from "../ui/dialog";
import { Page } from "../ui/page";
import { dayAndTime, duration } from "../ui/words";
import { HistoryTabs } from "./history-tabs";
import { ListingView } from "./listing-view";
import classes from "./listing.module.css";

interface Opened {
  entry: HistoryEntry;
  feedback: Feedback;
}

/** The calls that are over. */
export default function HistoryPage() {
  const { matchmaking } = useServices();
  const [listing] = useState(() => new Listing((cursor) => matchmaking.history(cursor)));
  const [opened, setOpened] = useState<Opened | null>(null);

  useEffect(() => {
    void listing.start();
  }, [listing]);

  function close() {
    if (opened) {
      const { entry, feedback } = opened;
      listing.replace(({ match }) => match.id === entry.match.id, withFeedback(entry, feedback));
    }
    setOpened(null);
  }

  return (
    <Page title="Your calls">
      <HistoryTabs />
      <ListingView listing={listing} label="Calls, newest first" empty={<NoCalls />}>
        {(entry) => (
          <Entry
            key={entry.match.id}
            entry={entry}
            open={() =>
              setOpened({ entry, feedback: new Feedback(matchmaking, entry.match, entry) })
            }
          />
        )}
      </ListingView>
      <Dialog
        opened={opened !== null}
        close={close}
        title={opened ? `Your call with ${opened.entry.match.peer.displayName}` : ""}
      >
        {opened && <FeedbackPanel feedback={opened.feedback} hasLists />}
      </Dialog>
    </Page>
  );
}

function withFeedback(entry: HistoryEntry, { state }: Feedback): HistoryEntry {
  const { sent, thanked, favourite, blocked } = state;
  return { ...entry, ...(sent && { rating: sent }), thanked, favourite, blocked };
}

function Entry({ entry, open }: { entry: HistoryEntry; open: () => void }) {
  const { match, rating } = entry;
  const [rateable] = useState(() => Date.parse(entry.rateUntil ?? "") > Date.now());
  const peer = match.peer.displayName;
  return (
    <li className={classes.card}>
      <div>
        <h2 className={classes.name}>{peer}</h2>
        <p className={classes.facts}>
          <span>{match.role === "learner" ? "helped you" : "was helped by you"}</span>
          <span>{match.field.name}</span>
        </p>
        <p className={classes.facts}>
          <time dateTime={match.startedAt}>{dayAndTime(match.startedAt)}</time>
          <span>{lengthWords(entry)}</span>
        </p>
      </div>
      <p className={classes.words}>{match.problem}</p>
      <div className={classes.row}>
        <Badges entry={entry} />
        {rateable && (
          <Button variant={rating ? "default" : "light"} size="sm" onClick={open}>
            {rating ? "Change" : "Rate"}
            <VisuallyHidden>&nbsp;the call with {peer}</VisuallyHidden>
          </Button>
        )}
      </div>
    </li>
  );
}

function Badges({ entry }: { entry: HistoryEntry }) {
  const { rating, thanked, thanksReceived, favourite, blocked } = entry;
  return (
    <div className={classes.actions}>
      {rating && <Stars given={rating.stars} />}
      {!rating && entry.rateUntil !== undefined && <span className={classes.badge}>Not rated</span>}
      {favourite && (
        <span className={classes.badge}>
          <IconBookmarkFilled size={16} aria-hidden /> Favourite
        </span>
      )}
      {thanked && (
        <span className={classes.badge}>
          <IconHeartFilled size={16} aria-hidden /> You said thank you
        </span>
      )}
      {thanksReceived && (
        <span className={classes.badge}>
          <IconHeartFilled size={16} aria-hidden /> Thanked you
        </span>
      )}
      {blocked && (
        <span className={classes.badge}>
          <IconBan size={16} aria-hidden /> Blocked
        </span>
      )}
    </div>
  );
}

function NoCalls() {
  const [, navigate] = useLocation();
  return (
    <>
      <h2>No calls yet</h2>
      <p>
        When you have talked with somebody, you find it here: with whom, about what, and your
        rating.
      </p>
      <Button onClick={() => navigate("/ask")}>Ask a question</Button>
    </>
  );
}

function lengthWords({ match }: HistoryEntry): string {
  if (match.reason === "no-show" || match.reason === "withdrawn") return "didn’t come about";
  if (match.endedAt === undefined) return "";
  return duration(Date.parse(match.endedAt) - Date.parse(match.startedAt));
}
