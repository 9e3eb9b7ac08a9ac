import { Button } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { loginUrl } from "../api/identity";
import { useAction, usePageTitle } from "../ui/hooks";
import { Logo } from "../ui/logo";
import classes from "./messages.module.css";

interface MessagePageProps {
  title: string;
  children: ReactNode;
  action: ReactNode;
}

/** A page that says one thing and offers a way on. */
function MessagePage({ title, children, action }: MessagePageProps) {
  usePageTitle(title);
  return (
    <main id="main" className={classes.message}>
      <Logo size={56} />
      <h1>{title}</h1>
      <p>{children}</p>
      <div>{action}</div>
    </main>
  );
}

export function SignInPage({ path }: { path: string }) {
  return (
    <MessagePage title="Sign in to go on" action={<SignIn path={path} />}>
      This page is for people who are signed in. You come straight back to it.
    </MessagePage>
  );
}

export function ExpiredPage({ path }: { path: string }) {
  return (
    <MessagePage title="You were signed out" action={<SignIn path={path} />}>
      Your session has ended, here or in another tab. Sign in again and you come straight back to
      this page.
    </MessagePage>
  );
}

export function DeletedPage() {
  return (
    <MessagePage title="Your account was deleted" action={<SignIn path="/" />}>
      Your profile and your questions are gone, and what was open has ended. Sign in again to go on
      with a new profile.
    </MessagePage>
  );
}

/** For somebody who was shut out; the words say why. */
export function BannedPage({ words }: { words: string }) {
  return (
    <MessagePage title="You can’t use this place any more" action={null}>
      {words}
    </MessagePage>
  );
}

export function UnreachablePage({ retry }: { retry: () => Promise<void> }) {
  const again = useAction(retry);
  useEffect(() => {
    const timer = setInterval(again.run, 5000);
    window.addEventListener("online", again.run);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again.run);
    };
  }, [again.run]);
  return (
    <MessagePage
      title="Stoa can't be reached"
      action={
        <Button onClick={again.run} loading={again.busy}>
          Try again
        </Button>
      }
    >
      Check your connection. This page tries again by itself every few seconds.
    </MessagePage>
  );
}

/** For somebody whose join link opens nothing. */
export function LinkOverPage({ expired }: { expired: boolean }) {
  return (
    <MessagePage
      title={expired ? "This link has expired" : "This link doesn’t open anything"}
      action={null}
    >
      {expired
        ? "It was good for a limited time. Go back to the page that gave it to you, and ask for help again."
        : "It may be incomplete, or what it led to is over. Go back to the page that gave it to you, and open it from there."}
    </MessagePage>
  );
}

export function NotFoundPage() {
  return (
    <MessagePage title="There is nothing here" action={<Home />}>
      The address may be mistyped, or what was here is over.
    </MessagePage>
  );
}

/** Something did not work that loading the page again may mend. */
export function TroublePage({ words }: { words: string }) {
  return (
    <MessagePage title="That didn't work" action={<Reload />}>
      {words}
    </MessagePage>
  );
}

export function BrokenPage() {
  return (
    <MessagePage title="This page broke" action={<Reload />}>
      That is our mistake, not yours. Loading the page again brings back what was open.
    </MessagePage>
  );
}

function Reload() {
  return <Button onClick={() => window.location.reload()}>Load it again</Button>;
}

function SignIn({ path }: { path: string }) {
  return (
    <Button component="a" href={loginUrl(path)}>
      Sign in
    </Button>
  );
}

function Home() {
  return (
    <Button component="a" href="/">
      Go to the start
    </Button>
  );
}
