import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import {
  type AdministeredAccount,
  type AdministeredField,
  banAccount,
  unbanAccount,
  verifyField,
} from "../api/administration";
import { useSession } from "../app/services";
import { Dialog } from "../ui/dialog";
import { useAction } from "../ui/hooks";
import { languageList } from "../ui/languages";
import { useStore } from "../ui/use-store";
import { day } from "../ui/words";
import classes from "./accounts.module.css";
import list from "./listing.module.css";

/** The longest reason of a ban, in characters. */
const MAX_REASON = 200;

interface AccountCardProps {
  account: AdministeredAccount;
  changed: (account: AdministeredAccount) => void;
}

/** An account as an administrator sees and changes it. */
export function AccountCard({ account, changed }: AccountCardProps) {
  const session = useSession();
  const own = useStore(session).account?.id === account.id;
  const [asking, setAsking] = useState(false);
  const unbanning = useAction(async () => {
    await unbanAccount(session, account.id);
    const { id, displayName, languages, fields } = account;
    changed({ id, displayName, languages, fields, banned: false });
  });

  return (
    <li className={list.card}>
      <div className={list.row}>
        <div>
          <h2 className={list.name}>{account.displayName}</h2>
          <p className={list.facts}>{languageList(account.languages)}</p>
        </div>
        {!own && !account.banned && (
          <Button
            variant="subtle"
            color="brick"
            size="sm"
            onClick={() => setAsking(true)}
            aria-label={`Ban ${account.displayName}`}
          >
            Ban
          </Button>
        )}
        {account.banned && (
          <Button
            variant="default"
            size="sm"
            onClick={unbanning.run}
            loading={unbanning.busy}
            aria-label={`Let in again: ${account.displayName}`}
          >
            Let in again
          </Button>
        )}
      </div>
      {account.ban && (
        <p className={classes.banned}>
          Banned on {day(account.ban.at)}: {account.ban.reason}
        </p>
      )}
      {unbanning.error !== null && <p role="alert">{unbanning.error}</p>}
      {account.fields.length > 0 && (
        <ul className={classes.fields} aria-label={`Fields of ${account.displayName}`}>
          {account.fields.map((field) => (
            <FieldRow
              key={field.code}
              account={account}
              field={field}
              changed={(now) =>
                changed({
                  ...account,
                  fields: account.fields.map((one) => (one.code === now.code ? now : one)),
                })
              }
            />
          ))}
        </ul>
      )}
      <BanDialog
        account={account}
        opened={asking}
        close={() => setAsking(false)}
        changed={changed}
      />
    </li>
  );
}

interface FieldRowProps {
  account: AdministeredAccount;
  field: AdministeredField;
  changed: (field: AdministeredField) => void;
}

function FieldRow({ account, field, changed }: FieldRowProps) {
  const session = useSession();
  const { code, name, verified } = field;
  const verifying = useAction(async () => {
    await verifyField(session, account.id, code, !verified);
    changed({ code, name, verified: !verified });
  });
  const label = verified ? "Withdraw" : "Verify";
  return (
    <li>
      <p>
        {name}
        <small>
          {code} · {verified ? "Verified" : "Not verified"}
          {field.verifiedAt !== undefined && ` on ${day(field.verifiedAt)}`}
        </small>
      </p>
      <Button
        size="sm"
        variant={verified ? "default" : "filled"}
        onClick={verifying.run}
        loading={verifying.busy}
        aria-label={`${label} ${name} of ${account.displayName}`}
      >
        {label}
      </Button>
      {verifying.error !== null && <p role="alert">{verifying.error}</p>}
    </li>
  );
}

interface BanDialogProps extends AccountCardProps {
  opened: boolean;
  close: () => void;
}

function BanDialog({ account, opened, close, changed }: BanDialogProps) {
  const session = useSession();
  const [typed, setTyped] = useState("");
  const reason = typed.trim();
  const banning = useAction(async () => {
    await banAccount(session, account.id, reason);
    const by = session.state.account?.id ?? "";
    changed({ ...account, banned: true, ban: { reason, by, at: new Date().toISOString() } });
    close();
  });
  return (
    <Dialog opened={opened} close={close} title={`Ban ${account.displayName}?`}>
      <p>
        They are shut out within seconds: no questions, no helping, a running call ends. They are
        told the reason.
      </p>
      <TextInput
        mt="md"
        label="Reason"
        value={typed}
        maxLength={MAX_REASON}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      {banning.error !== null && <p role="alert">{banning.error}</p>}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close}>
          Don’t ban
        </Button>
        <Button color="brick" onClick={banning.run} loading={banning.busy} disabled={reason === ""}>
          Ban
        </Button>
      </Group>
    </Dialog>
  );
}
