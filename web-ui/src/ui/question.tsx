import type { FieldName } from "../api/identity";
import { languageList } from "./languages";
import classes from "./question.module.css";

interface QuestionProps {
  field: FieldName;
  languages: readonly string[];
  problem: string;
  from: string;
}

/** A learner's question as the expert reads it. */
export function Question({ field, languages, problem, from }: QuestionProps) {
  return (
    <figure className={classes.question}>
      <blockquote>{problem}</blockquote>
      <figcaption>
        <strong>{from}</strong>
        <span>{field.name}</span>
        <span>{languageList(languages)}</span>
      </figcaption>
    </figure>
  );
}
