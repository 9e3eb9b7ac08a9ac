import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import type { RelationKind } from "../api/matchmaking";
import type { Relation } from "../api/model";
import { useServices } from "../app/services";
import { Listing } from "../listing";
import { useAction } from "../ui/hooks";
import { Page } from "../ui/page";
import { day } from "../ui/words";
import { HistoryTabs } from "./history-tabs";
import { ListingView } from "./listing-view";
import classes from "./listing.module.css";

const WORDS = {
  favourites: {
    title: "Your favourites",
    lead: "When you are stuck and one of them is free and fits, they are asked first.",
    remove: "Remove",
    empty: "No favourites yet",
    hint: "After a call with an expert you like, make them a favourite.",
  },
  blocks: {
    title: "Blocked people",
    lead: "You are never matched with them, whichever of you asks or helps. They aren’t told.",
    remove: "Unblock",
    empty: "Nobody is blocked",
    hint: "After a call, and for a day from the list of your calls, you can block whom you don’t want to meet again.",
  },
};

/** The people whom an account keeps as favourites, or keeps away. */
export default function PeoplePage({ kind }: { kind: RelationKind }) {
  const { matchmaking } = useServices();
  const [listing] = useState(() => new Listing((cursor) => matchmaking.relations(kind, cursor)));
  const words = WORDS[kind];

  useEffect(() => {
    void listing.start();
  }, [listing]);

  return (
    <Page title={words.title} lead={words.lead}>
      <HistoryTabs />
      <ListingView
        listing={listing}
        label={words.title}
        empty={
          <>
            <h2>{words.empty}</h2>
            <p>{words.hint}</p>
          </>
        }
      >
        {(relation) => (
          <Person
            key={relation.id}
            relation={relation}
            label={words.remove}
            remove={async () => {
              await matchmaking.removeRelation(kind, relation.id);
              listing.remove(({ id }) => id === relation.id);
            }}
          />
        )}
      </ListingView>
    </Page>
  );
}

interface PersonProps {
  relation: Relation;
  label: string;
  remove: () => Promise<void>;
}

function Person({ relation, label, remove }: PersonProps) {
  const removing = useAction(remove);
  return (
    <li className={classes.card}>
      <div className={classes.row}>
        <div>
          <h2 className={classes.name}>{relation.displayName}</h2>
          <p className={classes.facts}>since {day(relation.since)}</p>
        </div>
        <Button
          variant="default"
          size="sm"
          onClick={removing.run}
          loading={removing.busy}
          aria-label={`${label} ${relation.displayName}`}
        >
          {label}
        </Button>
      </div>
      {removing.error !== null && <p role="alert">{removing.error}</p>}
    </li>
  );
}
