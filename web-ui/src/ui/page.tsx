import { type ReactNode, useEffect, useRef } from "react";
import { usePageTitle } from "./hooks";
import classes from "./page.module.css";

interface PageProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

let pagesShown = 0;

/** The main part of a page, with its heading. Moves the focus there when one page follows another. */
export function Page({ title, lead, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(title);
  useEffect(() => {
    pagesShown += 1;
    if (pagesShown > 1) heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <main id="main" tabIndex={-1} className={classes.page}>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {title}
      </h1>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      {children}
    </main>
  );
}
