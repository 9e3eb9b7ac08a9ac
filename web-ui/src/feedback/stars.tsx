import { IconStar, IconStarFilled } from "@tabler/icons-react";
import { useId, useState } from "react";
import { STAR_WORDS } from "./reasons";
import classes from "./feedback.module.css";

interface StarsInputProps {
  legend: string;
  /** 0 when none are chosen. */
  value: number;
  onChange: (stars: number) => void;
}

/** One to five stars: radio buttons that look like stars, so that arrow keys and screen readers know them. */
export function StarsInput({ legend, value, onChange }: StarsInputProps) {
  const name = useId();
  const [pointed, setPointed] = useState(0);
  const shown = pointed || value;
  return (
    <fieldset className={classes.stars} onPointerLeave={() => setPointed(0)}>
      <legend>{legend}</legend>
      {STAR_WORDS.map((words, i) => {
        const stars = i + 1;
        const Icon = stars <= shown ? IconStarFilled : IconStar;
        return (
          <label
            key={stars}
            data-lit={stars <= shown || undefined}
            onPointerEnter={() => setPointed(stars)}
          >
            <input
              type="radio"
              name={name}
              value={stars}
              checked={stars === value}
              onChange={() => onChange(stars)}
              aria-label={`${stars} ${stars === 1 ? "star" : "stars"}: ${words}`}
            />
            <Icon size={36} aria-hidden />
          </label>
        );
      })}
      <span className={classes.meaning} aria-hidden>
        {STAR_WORDS[shown - 1] ?? ""}
      </span>
    </fieldset>
  );
}

/** Stars that were given. */
export function Stars({ given }: { given: number }) {
  return (
    <span className={classes.given} role="img" aria-label={`${given} of 5 stars`}>
      {STAR_WORDS.map((words, i) =>
        i < given ? (
          <IconStarFilled key={words} size={18} aria-hidden />
        ) : (
          <IconStar key={words} size={18} aria-hidden />
        ),
      )}
    </span>
  );
}
