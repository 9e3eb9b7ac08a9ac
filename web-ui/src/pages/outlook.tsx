import { useEffect, useState } from "react";
import { fieldStatistics } from "../api/matchmaking";
import type { FieldStatistics } from "../api/model";
import { outlookWords } from "../ui/estimate";
import classes from "./form.module.css";

const ASK_EVERY_MS = 15_000;

/** Who is there for a field at the moment. Says nothing when that can't be found out. */
export function Outlook({ code }: { code: string }) {
  const [statistics, setStatistics] = useState<FieldStatistics | null>(null);

  useEffect(() => {
    const visit = new AbortController();
    const look = () =>
      fieldStatistics([code], visit.signal)
        .then(([first]) => setStatistics(first ?? null))
        .catch(() => undefined);
    void look();
    const timer = setInterval(() => void look(), ASK_EVERY_MS);
    return () => {
      visit.abort();
      clearInterval(timer);
    };
  }, [code]);

  if (!statistics) return null;
  return (
    <p role="status" className={classes.outlook} data-there={statistics.available > 0 || undefined}>
      {outlookWords(statistics).join(" ")}
    </p>
  );
}
