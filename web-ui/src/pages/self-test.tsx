import { Button, Loader } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
} from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useSession } from "../app/services";
import { Course, type Step } from "../self-test/course";
import { report, STATE_WORDS, summary } from "../self-test/report";
import { PLAN, type Site, walk } from "../self-test/walk";
import { Page } from "../ui/page";
import { useStore } from "../ui/use-store";
import classes from "./self-test.module.css";

const ICONS: Record<Exclude<Step["state"], "running">, typeof IconCircle> = {
  waiting: IconCircle,
  fine: IconCircleCheck,
  note: IconAlertTriangle,
  broken: IconCircleX,
  skipped: IconCircleDashed,
};

/** Where administrators see whether the site works, and what to mend. */
export default function SelfTestPage() {
  const { account } = useStore(useSession());
  return account?.administrator ? <SelfTest /> : <Refused />;
}

function Refused() {
  return (
    <Page
      title="Self-test"
      lead="Only administrators can run the self-test: accounts to which the sign-in provider gives the role “administrator”."
    >
      <Button component="a" href="/" mt="lg">
        Go to the start
      </Button>
    </Page>
  );
}

function SelfTest() {
  const session = useSession();
  const [course] = useState(() => new Course(PLAN));
  const state = useStore(course);
  const stop = useRef(() => {});
  const running = state.phase === "running";

  useEffect(() => () => stop.current(), []);

  function run() {
    if (running) return;
    const leaving = new AbortController();
    stop.current = () => leaving.abort();
    void walk(course, session, here(), leaving.signal);
  }

  return (
    <Page
      title="Self-test"
      lead="Walks through this site from your browser, as a learner and an expert would, and says what to mend. Nobody who really waits or helps notices."
    >
      <div className={classes.actions}>
        <Button size="lg" onClick={run} aria-disabled={running} data-disabled={running}>
          {state.phase === "over" ? "Run it again" : "Run the self-test"}
        </Button>
        {state.phase === "over" && <CopyReport text={textOf(course)} />}
      </div>
      <p role="status" className={classes.summary}>
        {summary(state)}
      </p>
      <ol className={classes.steps} aria-label="Steps" aria-busy={running}>
        {state.steps.map((step) => (
          <StepItem key={step.id} step={step} />
        ))}
      </ol>
      {state.phase === "over" && (
        <details className={classes.report}>
          <summary>Show the report</summary>
          <pre tabIndex={0}>{textOf(course)}</pre>
        </details>
      )}
    </Page>
  );
}

function StepItem({ step }: { step: Step }) {
  return (
    <li className={classes.step} data-state={step.state}>
      <StateIcon state={step.state} />
      <h2 className={classes.title}>{step.title}</h2>
      <span className={classes.state}>{STATE_WORDS[step.state]}</span>
      {step.words !== "" && <p className={classes.words}>{step.words}</p>}
    </li>
  );
}

function StateIcon({ state }: { state: Step["state"] }): ReactNode {
  if (state === "running") return <Loader size={20} aria-hidden />;
  const Icon = ICONS[state];
  return <Icon size={20} aria-hidden />;
}

function CopyReport({ text }: { text: string }) {
  const [said, setSaid] = useState("");

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied.");
    } catch {
      setSaid("The browser doesn't let this page copy: show the report below and copy it there.");
    }
  }

  return (
    <>
      <Button size="lg" variant="default" onClick={() => void copy()}>
        Copy report
      </Button>
      <span role="status">{said}</span>
    </>
  );
}

function textOf({ state }: Course): string {
  return report(state, window.location.origin, navigator.userAgent);
}

function here(): Site {
  const { origin, hostname } = window.location;
  const local = /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(hostname);
  return { origin, local, secure: window.isSecureContext };
}
