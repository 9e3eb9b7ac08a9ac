import { Button, Chip } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { FieldName } from "../api/identity";
import type { Availability, AvailabilityEnd } from "../api/model";
import { useServices } from "../app/services";
import { DeviceCheck } from "../ui/device-check";
import { useAction } from "../ui/hooks";
import { languageList } from "../ui/languages";
import { Loading } from "../ui/loading";
import { Page } from "../ui/page";
import { useStore } from "../ui/use-store";
import classes from "./help.module.css";

/** Where an expert becomes available, and waits for somebody who is stuck. */
export function HelpPage() {
  const { session, standing } = useServices();
  const { account } = useStore(session);
  const { known, availability, availabilityEnded } = useStore(standing);
  if (!known || !account) return <Loading />;
  if (availability && availability.state !== "off")
    return <Available availability={availability} />;
  if (account.fields.length === 0) return <NothingOffered />;
  return <NotAvailable fields={account.fields} ended={availabilityEnded} />;
}

function NothingOffered() {
  return (
    <Page
      title="What do you know well?"
      lead="Name at least one field that you can help with. Then you can be there for people who are stuck in it."
    >
      <Button component={Link} href="/profile" mt="xl">
        Add your fields
      </Button>
    </Page>
  );
}

interface NotAvailableProps {
  fields: FieldName[];
  ended: AvailabilityEnd | null;
}

function NotAvailable({ fields, ended }: NotAvailableProps) {
  const { standing } = useServices();
  const [chosen, setChosen] = useState(() => fields.map(({ code }) => code));
  const starting = useAction(() => standing.becomeAvailable({ fields: chosen }));
  const words = ended && endWords(ended);
  return (
    <Page
      title="Be there for somebody"
      lead="Choose what you want to help with for now. When somebody is stuck in it you read their question first, and decide."
    >
      {words && (
        <p role="status" className={classes.notice}>
          {words}
        </p>
      )}
      <fieldset className={classes.fields}>
        <legend>Fields for now</legend>
        <Chip.Group multiple value={chosen} onChange={setChosen}>
          {fields.map(({ code, name }) => (
            <Chip key={code} value={code} size="md" variant="outline">
              {name}
            </Chip>
          ))}
        </Chip.Group>
      </fieldset>
      <p className={classes.note}>
        <Link href="/profile">Change what you offer</Link>
      </p>
      {starting.error !== null && (
        <p role="alert" className={classes.notice}>
          {starting.error}
        </p>
      )}
      <Button
        size="lg"
        mt="lg"
        onClick={starting.run}
        loading={starting.busy}
        disabled={chosen.length === 0}
      >
        I'm available
      </Button>
      {chosen.length === 0 && <p className={classes.note}>Choose at least one field.</p>}
    </Page>
  );
}

function Available({ availability }: { availability: Availability }) {
  const { standing, media } = useServices();
  const stopping = useAction(() => standing.endAvailability());
  return (
    <Page title="You're available">
      <div className={classes.columns}>
        <div>
          <div className={classes.state}>
            <span className={classes.beacon} aria-hidden />
            <p role="status">
              <strong>Waiting for somebody who is stuck</strong>
              <span>
                Their question appears here, with a soft chime. You have a moment to decide.
              </span>
            </p>
          </div>
          <dl className={classes.facts}>
            <dt>Fields</dt>
            <dd>{availability.fields.map(({ name }) => name).join(", ")}</dd>
            <dt>Languages</dt>
            <dd>{languageList(availability.languages)}</dd>
          </dl>
          {stopping.error !== null && <p role="alert">{stopping.error}</p>}
          <Button variant="default" onClick={stopping.run} loading={stopping.busy}>
            Stop being available
          </Button>
          <p className={classes.note}>
            Keep this page open. If it is closed or loses its connection, you are taken out of
            availability within half a minute.
          </p>
        </div>
        <DeviceCheck media={media} />
      </div>
    </Page>
  );
}

function endWords(reason: AvailabilityEnd): string | null {
  switch (reason) {
    case "offer-unanswered":
      return "A question came and wasn't answered in time, so you are no longer available. It went back to its place in the queue.";
    case "lease-expired":
      return "This page lost its connection for a while, so you are no longer available.";
    case "too-many-declines":
      return "You declined more questions than we can offer around in an hour, so you are no longer available.";
    case "no-show":
      return "You didn’t come to a call that you had accepted, so you are no longer available.";
    case "capacity-reached":
      return "You have helped as many people as you wanted. Thank you!";
    case "by-account":
      return null;
    default:
      // A newer service may know more reasons.
      return "You are no longer available.";
  }
}
