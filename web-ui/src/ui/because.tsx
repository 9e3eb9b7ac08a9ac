import { IconCheck } from "@tabler/icons-react";
import classes from "./because.module.css";
import { reasons } from "./languages";

/** Why two people fit, one reason a line. */
export function Because({ title, because }: { title: string; because: readonly string[] }) {
  if (because.length === 0) return null;
  return (
    <div className={classes.because}>
      <h3>{title}</h3>
      <ul>
        {reasons(because).map((reason) => (
          <li key={reason}>
            <IconCheck size={18} aria-hidden />
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
