import { Switch, TextInput } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { findAccounts } from "../api/administration";
import { useSession } from "../app/services";
import { Listing } from "../listing";
import { useSettled } from "../ui/hooks";
import { Page } from "../ui/page";
import { useStore } from "../ui/use-store";
import { AccountCard } from "./account-card";
import classes from "./accounts.module.css";
import { ListingView } from "./listing-view";
import { NotFoundPage } from "./messages";

/** Where administrators verify what experts know, and shut accounts out. */
export default function AccountsPage() {
  const { account } = useStore(useSession());
  return account?.administrator ? <Accounts /> : <NotFoundPage />;
}

function Accounts() {
  const session = useSession();
  const [typed, setTyped] = useState("");
  const [awaiting, setAwaiting] = useState(true);
  const name = useSettled(typed.trim(), 250);
  const listing = useMemo(
    () => new Listing((cursor) => findAccounts(session, { name, awaiting }, cursor)),
    [session, name, awaiting],
  );

  useEffect(() => {
    void listing.start();
  }, [listing]);

  return (
    <Page
      title="Accounts"
      lead="Experts can be there only for fields that an administrator has verified."
    >
      <div className={classes.search} role="search">
        <TextInput
          label="Name"
          placeholder="Part of a name"
          value={typed}
          maxLength={60}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Switch
          label="Only with fields to verify"
          checked={awaiting}
          onChange={(event) => setAwaiting(event.currentTarget.checked)}
        />
      </div>
      <ListingView
        key={`${name} ${awaiting}`}
        listing={listing}
        label="Accounts"
        empty={<Nobody awaiting={awaiting} searched={name !== ""} />}
      >
        {(account) => (
          <AccountCard
            key={account.id}
            account={account}
            changed={(now) => listing.replace(({ id }) => id === now.id, now)}
          />
        )}
      </ListingView>
    </Page>
  );
}

function Nobody({ awaiting, searched }: { awaiting: boolean; searched: boolean }) {
  if (searched) return <p>No account of this name{awaiting && " waits for a verification"}.</p>;
  return (
    <>
      <h2>{awaiting ? "Nothing to verify" : "No accounts yet"}</h2>
      <p>
        {awaiting
          ? "Every field that somebody offers is verified."
          : "An account appears here when somebody signs in for the first time."}
      </p>
    </>
  );
}
