import { Button, CloseButton, TextInput } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { Problem } from "../api/http";
import { changeAccount, type FieldName } from "../api/identity";
import { useSession } from "../app/services";
import { FieldSearch } from "../ui/field-search";
import { useAction } from "../ui/hooks";
import { LanguagesInput } from "../ui/languages-input";
import { Page } from "../ui/page";
import { useStore } from "../ui/use-store";
import { DeleteAccount } from "./delete-account";
import classes from "./form.module.css";

const MAX_FIELDS = 30;

/** What the account shows to others, and what it can help with. */
export function ProfilePage() {
  const session = useSession();
  const { account } = useStore(session);
  const [displayName, setDisplayName] = useState(account?.displayName ?? "");
  const [languages, setLanguages] = useState(account?.languages ?? []);
  const [fields, setFields] = useState<FieldName[]>(account?.fields ?? []);
  const verified = account?.fields.filter((field) => field.verified).map(({ code }) => code) ?? [];
  const [saved, setSaved] = useState(false);
  const [refused, setRefused] = useState<Record<string, string>>({});

  const saving = useAction(async () => {
    setSaved(false);
    setRefused({});
    try {
      const codes = fields.map(({ code }) => code);
      const change = { displayName: displayName.trim(), languages, fields: codes };
      session.changed(await changeAccount(session, change));
      setSaved(true);
    } catch (error) {
      if (error instanceof Problem) setRefused(byField(error));
      throw error;
    }
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    saving.run();
  }

  function add(field: FieldName | null) {
    if (!field || fields.some(({ code }) => code === field.code)) return;
    setSaved(false);
    setFields([...fields, field]);
  }

  function remove(field: FieldName) {
    setSaved(false);
    setFields(fields.filter(({ code }) => code !== field.code));
  }

  return (
    <Page title="Profile" lead="Others see your name and languages when you meet.">
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label="Display name"
          description="A first name is enough."
          value={displayName}
          onChange={(event) => {
            setSaved(false);
            setDisplayName(event.currentTarget.value);
          }}
          maxLength={60}
          autoComplete="nickname"
          error={refused.displayName}
        />
        <LanguagesInput
          label="Languages you can talk in"
          value={languages}
          onChange={(codes) => {
            setSaved(false);
            setLanguages(codes);
          }}
          error={refused.languages}
        />
        <div>
          <FieldSearch
            label="Fields you can help with"
            description="A broad field covers everything below it."
            placeholder={
              fields.length < MAX_FIELDS ? "Search for a field to add" : "30 fields are the most"
            }
            onPick={add}
            error={refused.fields}
            collects
          />
          <FieldList fields={fields} verified={verified} remove={remove} />
        </div>
        {saving.error !== null && (
          <p role="alert" className={classes.error}>
            {saving.error}
          </p>
        )}
        <div className={classes.actions}>
          <Button type="submit" loading={saving.busy}>
            Save profile
          </Button>
          <p role="status" className={classes.done}>
            {saved && "Saved"}
          </p>
        </div>
      </form>
      <DeleteAccount />
    </Page>
  );
}

interface FieldListProps {
  fields: FieldName[];
  /** The codes of those that an administrator has verified. */
  verified: string[];
  remove: (field: FieldName) => void;
}

function FieldList({ fields, verified, remove }: FieldListProps) {
  if (fields.length === 0) {
    return <p className={classes.empty}>None yet. Without any you can ask, but not help.</p>;
  }
  return (
    <ul className={classes.list}>
      {fields.map((field) => (
        <li key={field.code}>
          {verified.includes(field.code) ? (
            <span className={classes.verified}>
              <IconCircleCheck size={18} aria-label="Verified:" />
              {field.name}
            </span>
          ) : (
            <span>
              {field.name}
              <small>not verified yet</small>
            </span>
          )}
          <CloseButton
            size="md"
            radius="xl"
            aria-label={`Remove ${field.name}`}
            onClick={() => remove(field)}
          />
        </li>
      ))}
    </ul>
  );
}

/** What is wrong with each part of the profile, by its name in the path of the violation. */
function byField({ violations }: Problem): Record<string, string> {
  const parts = ["displayName", "languages", "fields"];
  const entries = parts.flatMap((part) => {
    const violation = violations.find(({ field }) => field.split(/[./[]/).includes(part));
    return violation ? [[part, violation.message] as const] : [];
  });
  return Object.fromEntries(entries);
}
