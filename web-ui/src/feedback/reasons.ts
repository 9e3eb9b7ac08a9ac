import type { Reason, Role } from "../api/model";

const GOOD: Record<Role, Reason[]> = {
  learner: ["clear", "patient", "knowledgeable", "friendly"],
  expert: ["prepared", "friendly", "curious"],
};
const BAD: Record<Role, Reason[]> = {
  learner: ["unclear", "impatient", "off-topic", "technical-trouble"],
  expert: ["unprepared", "impatient", "off-topic", "technical-trouble"],
};

/** The reasons that somebody in this role can give for so many stars. */
export function reasonsFor(role: Role, stars: number): Reason[] {
  if (stars >= 4) return [...GOOD[role], "technical-trouble"];
  return stars === 3 ? [...GOOD[role], ...BAD[role]] : BAD[role];
}

export const REASON_WORDS: Record<Reason, string> = {
  clear: "Clear",
  patient: "Patient",
  knowledgeable: "Knows the field",
  friendly: "Friendly",
  unclear: "Hard to follow",
  prepared: "Well prepared",
  curious: "Curious",
  unprepared: "Not prepared",
  impatient: "Impatient",
  "off-topic": "Off topic",
  "technical-trouble": "Technical trouble",
};

/** What each number of stars means, from one to five. */
export const STAR_WORDS = ["Poor", "Not so good", "All right", "Good", "Excellent"];
