import { CloseButton, Menu, UnstyledButton, VisuallyHidden } from "@mantine/core";
import {
  IconChevronDown,
  IconHistory,
  IconLogout,
  IconStethoscope,
  IconUser,
  IconUsers,
} from "@tabler/icons-react";
import { type ReactNode, useRef } from "react";
import { Link } from "wouter";
import { LOGOUT_URL } from "../api/identity";
import { useOnline } from "../ui/hooks";
import { Logo } from "../ui/logo";
import { useStore } from "../ui/use-store";
import { initials } from "../ui/words";
import { newsWords } from "./news";
import { useServices, useSession } from "./services";
import classes from "./shell.module.css";
import { hasPlace, isOpen } from "./standing-rules";

/** What surrounds every page but the call: the way home, what is open, the account. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <>
      <a href="#main" className={classes.skip}>
        Skip to the page
      </a>
      <header className={classes.header}>
        <Link href="/" className={classes.home}>
          <Logo />
          <span>Stoa</span>
        </Link>
        <OpenThing />
        <AccountMenu />
      </header>
      <Connection />
      <News />
      {children}
    </>
  );
}

/** What surrounds the pages of somebody who came by a join link: no account, and nowhere else to go. */
export function GuestShell({ children }: { children: ReactNode }) {
  return (
    <>
      <header className={classes.header}>
        <span className={classes.home}>
          <Logo />
          <span>Stoa</span>
        </span>
      </header>
      <Connection />
      <News />
      {children}
    </>
  );
}

/** The one thing that is open, as the way back to it. */
function OpenThing() {
  const { standing } = useServices();
  const { ticket, availability, match } = useStore(standing);
  if (isOpen(match)) return <OpenLink href={`/call/${match.id}`}>Back to your call</OpenLink>;
  if (hasPlace(ticket)) {
    const words = ticket.state === "paused" ? "Paused" : "In the queue";
    return <OpenLink href="/waiting">{words}</OpenLink>;
  }
  if (availability) return <OpenLink href="/help">You&rsquo;re available</OpenLink>;
  return null;
}

function OpenLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={classes.open}>
      {children}
    </Link>
  );
}

function AccountMenu() {
  const session = useSession();
  const { account } = useStore(session);
  const logout = useRef<HTMLFormElement>(null);
  const name = account?.displayName ?? "";
  return (
    <>
      <Menu
        position="bottom-end"
        width={220}
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <UnstyledButton className={classes.account}>
            <span className={classes.initials} aria-hidden>
              {initials(name)}
            </span>
            <VisuallyHidden>Account of </VisuallyHidden>
            <span className={classes.name}>{name}</span>
            <IconChevronDown size={16} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} href="/profile" leftSection={<IconUser size={18} />}>
            Profile
          </Menu.Item>
          <Menu.Item component={Link} href="/history" leftSection={<IconHistory size={18} />}>
            Your calls
          </Menu.Item>
          {account?.administrator && (
            <>
              <Menu.Item component={Link} href="/accounts" leftSection={<IconUsers size={18} />}>
                Accounts
              </Menu.Item>
              <Menu.Item
                component={Link}
                href="/admin/self-test"
                leftSection={<IconStethoscope size={18} />}
              >
                Self-test
              </Menu.Item>
            </>
          )}
          <Menu.Item
            leftSection={<IconLogout size={18} />}
            onClick={() => logout.current?.requestSubmit()}
          >
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <form ref={logout} method="post" action={LOGOUT_URL} hidden />
    </>
  );
}

function Connection() {
  const { standing } = useServices();
  const { known, cutOff } = useStore(standing);
  const online = useOnline();
  const words = online
    ? "Reconnecting to Stoa…"
    : "You're offline. Stoa goes on by itself when you're back.";
  return (
    <div role="status">
      {(!online || (known && cutOff)) && <p className={classes.banner}>{words}</p>}
    </div>
  );
}

/** What just happened to a meeting that nearly came about. */
function News() {
  const { standing } = useServices();
  const words = newsWords(useStore(standing));
  return (
    <div role="status">
      {words !== null && (
        <div className={classes.news}>
          <p>{words}</p>
          <CloseButton aria-label="Close this message" onClick={() => standing.newsRead()} />
        </div>
      )}
    </div>
  );
}
