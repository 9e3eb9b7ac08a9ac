import { expect, test } from "vitest";
import { Course } from "./course";
import { fine, note, Sickness } from "./finding";
import { report, summary } from "./report";

const PLAN = [
  { id: "one", title: "One" },
  { id: "two", title: "The second" },
  { id: "three", title: "Three" },
];

function courseOf(left = new AbortController()): Course {
  const course = new Course(PLAN);
  course.begin(PLAN, left.signal);
  return course;
}

function states({ state }: Course): string[] {
  return state.steps.map((step) => step.state);
}

test("a step is waiting, running, and then what was found", async () => {
  const course = courseOf();
  const seen = [states(course)];
  course.subscribe(() => seen.push(states(course)));

  const value = await course.take("one", () =>
    Promise.resolve({ finding: fine("Good."), value: 7 }),
  );

  expect(value).toBe(7);
  expect(seen).toEqual([
    ["waiting", "waiting", "waiting"],
    ["running", "waiting", "waiting"],
    ["fine", "waiting", "waiting"],
  ]);
});

test("what fails says why, and what builds on it is not tried", async () => {
  const course = courseOf();
  await course.take("one", () => Promise.resolve({ finding: note("Hm."), value: true }));
  expect(await course.take("two", () => Promise.reject(new Sickness("Open port 1.")))).toBeNull();
  course.end();

  expect(states(course)).toEqual(["note", "broken", "skipped"]);
  expect(course.state.steps[1]?.words).toBe("Open port 1.");
  expect(course.state.steps[2]?.words).toBe("Not tried: “The second” comes first.");
  expect(summary(course.state)).toBe("1 to mend: begin with the first one.");
});

test("a step becomes several once it is known which there are", () => {
  const course = courseOf();
  course.replace("two", [
    { id: "a", title: "A" },
    { id: "b", title: "B" },
  ]);
  expect(course.state.steps.map(({ id }) => id)).toEqual(["one", "a", "b", "three"]);
});

test("beginning again forgets what was found", async () => {
  const course = courseOf();
  await course.take("one", () => Promise.reject(new Error("x")));
  course.end();
  course.begin(PLAN, new AbortController().signal);
  expect(states(course)).toEqual(["waiting", "waiting", "waiting"]);
});

test("who leaves the page stops what has not begun", async () => {
  const leaving = new AbortController();
  const course = courseOf(leaving);
  leaving.abort();
  let tried = false;
  await course.take("one", () => {
    tried = true;
    return Promise.resolve({ finding: fine("Good."), value: true });
  });
  course.end();

  expect(tried).toBe(false);
  expect(states(course)).toEqual(["skipped", "skipped", "skipped"]);
});

test("the report is plain text with one line for each step", async () => {
  const course = courseOf();
  await course.take("one", () => Promise.resolve({ finding: fine("Good."), value: true }));
  await course.take("two", () => Promise.reject(new Error("Bad.")));
  course.end();

  const lines = report({ ...course.state, begunAt: 0 }, "https://stoa.example", "Browser/1");
  expect(lines.split("\n")).toEqual([
    "Self-test of https://stoa.example, 1970-01-01T00:00:00.000Z",
    "Browser/1",
    "",
    "ok    One         Good.",
    "FAIL  The second  Bad.",
    "skip  Three       Not tried: “The second” comes first.",
    "",
    "1 to mend: begin with the first one.",
    "",
  ]);
});
