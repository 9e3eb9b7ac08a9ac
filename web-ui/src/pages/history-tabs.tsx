import { Link, useLocation } from "wouter";
import classes from "./listing.module.css";

const TABS = [
  { href: "/history", label: "Calls" },
  { href: "/favourites", label: "Favourites" },
  { href: "/blocked", label: "Blocked" },
];

/** Between the calls that were and the people from them. */
export function HistoryTabs() {
  const [path] = useLocation();
  return (
    <nav className={classes.tabs} aria-label="Calls and people">
      {TABS.map(({ href, label }) => (
        <Link key={href} href={href} aria-current={path === href ? "page" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
