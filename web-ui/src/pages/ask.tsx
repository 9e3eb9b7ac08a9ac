import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Redirect, useLocation } from "wouter";
import type { FieldName } from "../api/identity";
import { useServices } from "../app/services";
import { isWaiting } from "../app/standing-rules";
import { FieldSearch } from "../ui/field-search";
import { useAction } from "../ui/hooks";
import { LanguagesInput } from "../ui/languages-input";
import { Page } from "../ui/page";
import { useStore } from "../ui/use-store";
import classes from "./form.module.css";

const MAX_PROBLEM = 500;

/** Where a learner says what on. */
export function AskPage() {
  const { session, standing } = useServices();
  const { account } = useStore(session);
  const { ticket } = useStore(standing);
  const [, navigate] = useLocation();
  const [field, setField] = useState<FieldName | null>(null);
  const [languages, setLanguages] = useState(account?.languages ?? []);
  const [problem, setProblem] = useState("");
  const [incomplete, setIncomplete] = useState(false);
  const asking = useAction(async () => {
    if (!field) return;
    await standing.ask({ field: field.code, languages, problem: problem.trim() });
    navigate("/waiting");
  });

  if (isWaiting(ticket)) return <Redirect to="/waiting" />;

  const missing = {
    field: field === null && "Pick a field from the list.",
    languages: languages.length === 0 && "Choose at least one language.",
    problem: problem.trim() === "" && "Say in a few words where you are stuck.",
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    const complete = !Object.values(missing).some(Boolean);
    setIncomplete(!complete);
    if (complete) asking.run();
  }

  return (
    <Page title="What are you stuck on?" lead="The expert reads this before you meet.">
      <div className={classes.columns}>
        <form className={classes.form} onSubmit={submit} noValidate>
          <FieldSearch
            label="Field"
            placeholder="Such as algebra, Spanish, programming"
            onPick={setField}
            error={incomplete && missing.field}
          />
          <Textarea
            label="Your question"
            placeholder="I don't see why the integral of 1/x is a logarithm."
            value={problem}
            onChange={(event) => setProblem(event.currentTarget.value)}
            maxLength={MAX_PROBLEM}
            error={incomplete && missing.problem}
            autosize
            minRows={4}
            maxRows={10}
            description={<Count used={problem.length} />}
            inputWrapperOrder={["label", "input", "description", "error"]}
          />
          <LanguagesInput
            label="Languages you can talk in"
            value={languages}
            onChange={setLanguages}
            error={incomplete && missing.languages}
          />
          {asking.error !== null && (
            <p role="alert" className={classes.error}>
              {asking.error}
            </p>
          )}
          <div className={classes.actions}>
            <Button type="submit" size="lg" loading={asking.busy}>
              Ask for help
            </Button>
          </div>
        </form>
        <aside className={classes.next} aria-labelledby="next">
          <h2 id="next">What happens next</h2>
          <ol>
            <li>You get a place in the queue and can check your camera and microphone.</li>
            <li>An expert in this field reads your question and accepts it.</li>
            <li>The call opens here by itself.</li>
          </ol>
        </aside>
      </div>
    </Page>
  );
}

function Count({ used }: { used: number }) {
  return (
    <>
      {used} of {MAX_PROBLEM} characters
    </>
  );
}
