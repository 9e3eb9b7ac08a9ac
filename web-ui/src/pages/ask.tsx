import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { Redirect, useLocation } from "wouter";
import type { FieldName } from "../api/identity";
import { recentFields, rememberField } from "../app/recent-fields";
import { useServices, useSession } from "../app/services";
import { hasPlace } from "../app/standing-rules";
import { FieldSearch } from "../ui/field-search";
import { useAction } from "../ui/hooks";
import { LanguagesInput } from "../ui/languages-input";
import { Page } from "../ui/page";
import { useStore } from "../ui/use-store";
import { Outlook } from "./outlook";
import classes from "./form.module.css";
import { MAX_PROBLEM, ProblemCount } from "./problem-count";

/** Beginnings for those who don't know how to. */
const BEGINNINGS = ["I don’t understand why ", "I tried to ", "Can you check whether "];

const shelf = () => window.localStorage;

/** Where a learner says what on. */
export function AskPage() {
  const session = useSession();
  const { standing } = useServices();
  const { account } = useStore(session);
  const { ticket } = useStore(standing);
  const [, navigate] = useLocation();
  const [recent] = useState(() => recentFields(shelf));
  const [field, setField] = useState<FieldName | null>(null);
  const [languages, setLanguages] = useState(account?.languages ?? []);
  const [problem, setProblem] = useState("");
  const [incomplete, setIncomplete] = useState(false);
  const asking = useAction(async () => {
    if (!field) return;
    await standing.ask({ field: field.code, languages, problem: problem.trim() });
    rememberField(shelf, field);
    navigate("/waiting");
  });

  if (hasPlace(ticket)) return <Redirect to="/waiting" />;

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
          <div>
            <FieldSearch
              label="Field"
              placeholder="Such as algebra, Spanish, programming"
              recent={recent}
              onPick={setField}
              error={incomplete && missing.field}
            />
            {field && <Outlook key={field.code} code={field.code} />}
          </div>
          <ProblemInput
            value={problem}
            onChange={setProblem}
            error={incomplete && missing.problem}
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
            <li>An expert in this field reads your question. You both say that you’re there.</li>
            <li>The call opens here by itself.</li>
          </ol>
        </aside>
      </div>
    </Page>
  );
}

interface ProblemInputProps {
  value: string;
  onChange: (words: string) => void;
  error: string | false;
}

function ProblemInput({ value, onChange, error }: ProblemInputProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <div>
      <Textarea
        ref={area}
        label="Your question"
        placeholder="I don't see why the integral of 1/x is a logarithm."
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        maxLength={MAX_PROBLEM}
        error={error}
        autosize
        minRows={4}
        maxRows={10}
        description={<ProblemCount used={value.length} />}
        inputWrapperOrder={["label", "input", "description", "error"]}
      />
      {value === "" && (
        <div className={classes.beginnings} role="group" aria-label="Ways to begin">
          {BEGINNINGS.map((beginning) => (
            <button
              key={beginning}
              type="button"
              onClick={() => {
                onChange(beginning);
                area.current?.focus();
              }}
            >
              {beginning.trim()}…
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
