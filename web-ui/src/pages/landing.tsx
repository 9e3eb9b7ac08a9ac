import { Button } from "@mantine/core";
import { IconCameraOff, IconLock, IconThumbUp } from "@tabler/icons-react";
import { loginUrl } from "../api/identity";
import { Colonnade } from "../ui/colonnade";
import { usePageTitle } from "../ui/hooks";
import { Logo } from "../ui/logo";
import classes from "./landing.module.css";

const STEPS = [
  {
    title: "Say what you're stuck on",
    text: "A field, your languages and a few words are enough.",
  },
  {
    title: "See your place in the queue",
    text: "It only moves forward. Check your camera and microphone in the meantime.",
  },
  {
    title: "Meet face to face",
    text: "Talk, show your screen, hand over files. In the browser you already have.",
  },
];

const PROMISES = [
  {
    icon: IconThumbUp,
    title: "Both of you say yes",
    text: "An expert reads your question and accepts it before anyone sees a face.",
  },
  {
    icon: IconLock,
    title: "Between your two browsers",
    text: "Voice, video and files are encrypted and take the direct way. Where there is none, a relay passes them on without being able to read them.",
  },
  {
    icon: IconCameraOff,
    title: "Off means off",
    text: "Turn the camera off and it really stops: its light goes out.",
  },
];

/** What somebody sees who is not signed in. */
export function LandingPage() {
  usePageTitle("");
  return (
    <>
      <div className={classes.porch}>
        <header className={classes.header}>
          <Logo size={34} />
          <span>Stoa</span>
        </header>
        <section className={classes.hero} aria-labelledby="promise">
          <div className={classes.words}>
            <h1 id="promise">Stuck? Talk to someone who knows.</h1>
            <p>
              Say what you&rsquo;re stuck on. Stoa finds a person who knows it, and the two of you
              meet face to face, right here in the browser.
            </p>
            <Button component="a" href={loginUrl("/")} size="lg" color="saffron.4">
              Sign in
            </Button>
            <small>One account, to ask and to help. Nothing to install.</small>
          </div>
          <div className={classes.picture}>
            <Colonnade />
          </div>
        </section>
      </div>
      <main tabIndex={-1} className={classes.main}>
        <section aria-labelledby="steps">
          <h2 id="steps">From stuck to talking</h2>
          <ol className={classes.steps}>
            {STEPS.map(({ title, text }) => (
              <li key={title}>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="promises" className={classes.trust}>
          <h2 id="promises">Made to be trusted with your face</h2>
          <dl className={classes.promises}>
            {PROMISES.map(({ icon: Icon, title, text }) => (
              <div key={title}>
                <Icon aria-hidden size={26} stroke={1.6} />
                <dt>{title}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      </main>
      <footer className={classes.footer}>
        <p>
          A stoa was the open colonnade of a Greek town, where people met and learned by talking.
        </p>
      </footer>
    </>
  );
}
