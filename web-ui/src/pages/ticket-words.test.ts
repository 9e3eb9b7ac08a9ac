import { describe, expect, test } from "vitest";
import type { Ticket } from "../api/model";
import { TICKET } from "../testing/examples";
import { overWords } from "./ticket-words";

const ENDS: Partial<Ticket>[] = [
  { state: "cancelled", reason: "by-learner" },
  { state: "cancelled", reason: "by-administrator" },
  { state: "expired", reason: "waited-too-long" },
  { state: "expired", reason: "paused-too-long" },
  { state: "failed", reason: "no-show" },
  { state: "matched" },
  { state: "completed" },
];

describe.each([false, true])("for a guest: %s", (guest) => {
  test("every end of a ticket has words of its own", () => {
    const titles = ENDS.map((end) => overWords({ ...TICKET, ...end }, guest).title);

    expect(new Set(titles).size).toBe(ENDS.length);
  });
});

test("a guest is never sent to ask here", () => {
  const leads = [null, ...ENDS.map((end) => ({ ...TICKET, ...end }))].map(
    (ticket) => overWords(ticket, true).lead,
  );

  expect(leads.filter((lead) => /ask again|Ask a question/.test(lead))).toEqual([]);
});
