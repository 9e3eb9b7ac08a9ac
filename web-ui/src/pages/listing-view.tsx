import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { Listing } from "../listing";
import { wordsOf } from "../ui/hooks";
import { Loading } from "../ui/loading";
import { useStore } from "../ui/use-store";
import classes from "./listing.module.css";

interface ListingViewProps<T> {
  listing: Listing<T>;
  /** What the list holds, for screen readers. */
  label: string;
  empty: ReactNode;
  children: (item: T) => ReactNode;
}

/** A list with its empty state, its error and the way to more of it. The items are `li`. */
export function ListingView<T>({ listing, label, empty, children }: ListingViewProps<T>) {
  const { items, phase, failure, more } = useStore(listing);
  if (phase === "loading" && items.length === 0) return <Loading />;
  return (
    <>
      {items.length > 0 && (
        <ul className={classes.list} aria-label={label}>
          {items.map(children)}
        </ul>
      )}
      {phase === "ready" && items.length === 0 && <div className={classes.empty}>{empty}</div>}
      {phase === "failed" && (
        <div role="alert" className={classes.failure}>
          <p>{wordsOf(failure)}</p>
          <Button variant="default" onClick={() => void listing.more()}>
            Try again
          </Button>
        </div>
      )}
      {more && phase !== "failed" && (
        <Button
          variant="default"
          mt="lg"
          loading={phase === "loading"}
          onClick={() => void listing.more()}
        >
          Show more
        </Button>
      )}
    </>
  );
}
