import { Button, Chip, NativeSelect, Switch } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Account } from "../api/identity";
import { useServices } from "../app/services";
import { useTimeLeft } from "../app/time-left";
import { useAction } from "../ui/hooks";
import { LanguagesInput } from "../ui/languages-input";
import { Page } from "../ui/page";
import { useStore } from "../ui/use-store";
import { clock } from "../ui/words";
import classes from "./help.module.css";

const CAPACITIES = [
  { value: "", label: "When I say so" },
  { value: "1", label: "After one call" },
  ...["2", "3", "5", "10"].map((value) => ({ value, label: `After ${value} calls` })),
];

interface BecomeAvailableProps {
  account: Account;
  /** Why the last availability ended. */
  notice: string | null;
}

/** What an expert wants to be there for, and how. */
export function BecomeAvailable({ account, notice }: BecomeAvailableProps) {
  const { standing } = useServices();
  const { coolingUntil } = useStore(standing);
  const verified = account.fields.filter(({ verified }) => verified);
  const awaiting = account.fields.filter(({ verified }) => !verified);
  const [fields, setFields] = useState(() => verified.map(({ code }) => code));
  const [languages, setLanguages] = useState(account.languages);
  const [capacity, setCapacity] = useState("");
  const [autoAccept, setAutoAccept] = useState(false);
  const resting = useTimeLeft(coolingUntil, 1000);
  const starting = useAction(() =>
    standing.becomeAvailable({
      fields,
      languages,
      autoAccept,
      ...(capacity !== "" && { capacity: Number(capacity) }),
    }),
  );
  const missing = missingWords(verified.length, fields, languages);

  return (
    <Page
      title="Be there for somebody"
      lead="Choose what you want to help with for now. When somebody is stuck in it you read their question first, and decide."
    >
      {notice !== null && (
        <p role="status" className={classes.notice}>
          {notice}
        </p>
      )}
      {verified.length > 0 && (
        <fieldset className={classes.fields}>
          <legend>Fields for now</legend>
          <Chip.Group multiple value={fields} onChange={setFields}>
            {verified.map(({ code, name }) => (
              <Chip key={code} value={code} size="md" variant="outline">
                {name}
              </Chip>
            ))}
          </Chip.Group>
        </fieldset>
      )}
      {awaiting.length > 0 && <Awaiting names={awaiting.map(({ name }) => name)} />}
      <p className={classes.note}>
        <Link href="/profile">Change what you offer</Link>
      </p>
      {verified.length > 0 && (
        <div className={classes.options}>
          <LanguagesInput label="Languages for now" value={languages} onChange={setLanguages} />
          <NativeSelect
            label="Stop being asked"
            data={CAPACITIES}
            value={capacity}
            onChange={(event) => setCapacity(event.currentTarget.value)}
          />
          <Switch
            label="Accept every question by itself"
            description="You skip reading it first; the call opens as soon as the learner is there."
            checked={autoAccept}
            onChange={(event) => setAutoAccept(event.currentTarget.checked)}
          />
        </div>
      )}
      {resting > 0 && (
        <p className={classes.notice}>
          Take a breath: you can be available again in{" "}
          <span role="timer" className={classes.timer}>
            {clock(resting + 999)}
          </span>
          . Somebody waited for an answer of yours, so the next question goes to others first.
        </p>
      )}
      {starting.error !== null && resting === 0 && (
        <p role="alert" className={classes.notice}>
          {starting.error}
        </p>
      )}
      <Button
        size="lg"
        mt="xl"
        onClick={starting.run}
        loading={starting.busy}
        disabled={missing !== null || resting > 0}
      >
        I'm available
      </Button>
      {missing !== null && <p className={classes.note}>{missing}</p>}
    </Page>
  );
}

function Awaiting({ names }: { names: string[] }) {
  return (
    <section className={classes.awaiting} aria-labelledby="awaiting">
      <h2 id="awaiting">Waiting to be verified</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p>
        An administrator checks first that you know a field. You can choose it here as soon as that
        is done.
      </p>
    </section>
  );
}

function missingWords(verified: number, fields: string[], languages: string[]): string | null {
  if (verified === 0) return "None of your fields is verified yet.";
  if (fields.length === 0) return "Choose at least one field.";
  return languages.length === 0 ? "Choose at least one language." : null;
}
