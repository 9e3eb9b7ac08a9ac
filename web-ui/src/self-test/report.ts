import type { CourseState, Step } from "./course";

const SIGNS: Record<Step["state"], string> = {
  waiting: "    ",
  running: "... ",
  fine: "ok  ",
  note: "note",
  broken: "FAIL",
  skipped: "skip",
};

/** What to call a state on the page. */
export const STATE_WORDS: Record<Step["state"], string> = {
  waiting: "Waiting",
  running: "Running",
  fine: "Fine",
  note: "To know",
  broken: "To mend",
  skipped: "Not tried",
};

/** How it stands as a whole, in one sentence. */
export function summary({ phase, steps }: CourseState): string {
  const count = (state: Step["state"]) => steps.filter((step) => step.state === state).length;
  const toMend = count("broken");
  switch (phase) {
    case "idle":
      return "";
    case "running":
      return toMend === 0 ? "The self-test is running." : `${toMend} to mend so far.`;
    case "over":
      return toMend === 0
        ? `Nothing to mend: ${count("fine")} fine, ${count("note")} to know, ${count("skipped")} not tried.`
        : `${toMend} to mend: begin with the first one.`;
    default:
      return phase satisfies never;
  }
}

/** The findings as plain text; there is no secret in it. */
export function report(state: CourseState, site: string, browser: string): string {
  const width = Math.max(0, ...state.steps.map(({ title }) => title.length));
  const lines = state.steps.map((step) =>
    `${SIGNS[step.state]}  ${step.title.padEnd(width)}  ${step.words}`.trimEnd(),
  );
  const head = `Self-test of ${site}, ${new Date(state.begunAt).toISOString()}`;
  return [head, browser, "", ...lines, "", summary(state), ""].join("\n");
}
