import { Store } from "../store";
import { broken, type Finding, type Found, type Mark, skipped } from "./finding";

export interface Step {
  id: string;
  title: string;
  state: "waiting" | "running" | Mark;
  /** What was found out; empty before. */
  words: string;
}

/** A step that is still to be taken. */
export type Plan = Pick<Step, "id" | "title">;

export interface CourseState {
  phase: "idle" | "running" | "over";
  steps: readonly Step[];
  /** In milliseconds since the epoch; 0 before the first run. */
  begunAt: number;
}

/** The steps of a self-test, and how far it is. */
export class Course extends Store<CourseState> {
  /** The latest step on which nothing could be built. */
  #blocker: string | null = null;
  #left: AbortSignal | null = null;

  constructor(plan: readonly Plan[]) {
    super({ phase: "idle", steps: plan.map(waiting), begunAt: 0 });
  }

  /** Begins anew; nothing is tried any more once it is left. */
  begin(plan: readonly Plan[], left: AbortSignal): void {
    this.#blocker = null;
    this.#left = left;
    this.set({ phase: "running", steps: plan.map(waiting), begunAt: Date.now() });
  }

  /** What is still waiting then cannot be tried. */
  end(): void {
    const blocker = this.state.steps.find(({ id }) => id === this.#blocker);
    const because = blocker ? `“${blocker.title}” comes first.` : "The self-test was left.";
    const steps = this.state.steps.map((step) =>
      step.state === "waiting" || step.state === "running"
        ? found(step, skipped(`Not tried: ${because}`))
        : step,
    );
    this.set({ phase: "over", steps });
  }

  /** Takes a step; null when nothing can be built on it. A failure is a finding too. */
  async take<T>(id: string, work: () => Promise<Found<T>>): Promise<T | null> {
    if (this.#left?.aborted) return null;
    this.#change(id, (step) => ({ ...step, state: "running" }));
    const { finding, value } = await work().catch((cause: unknown) => ({
      finding: broken(messageOf(cause)),
      value: null,
    }));
    if (value === null) this.#blocker = id;
    this.#change(id, (step) => found(step, finding));
    return value;
  }

  /** Puts other steps in the place of a waiting one, once it is known which there are. */
  replace(id: string, plan: readonly Plan[]): void {
    const steps = this.state.steps.flatMap((step) => (step.id === id ? plan.map(waiting) : [step]));
    this.set({ steps });
  }

  #change(id: string, change: (step: Step) => Step): void {
    const steps = this.state.steps.map((step) => (step.id === id ? change(step) : step));
    this.set({ steps });
  }
}

function waiting({ id, title }: Plan): Step {
  return { id, title, state: "waiting", words: "" };
}

function found(step: Step, { mark, words }: Finding): Step {
  return { ...step, state: mark, words };
}

function messageOf(cause: unknown): string {
  return cause instanceof Error && cause.message !== "" ? cause.message : String(cause);
}
