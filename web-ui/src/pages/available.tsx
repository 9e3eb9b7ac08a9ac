import { Button, Switch } from "@mantine/core";
import { Link } from "wouter";
import type { Availability } from "../api/model";
import { useServices } from "../app/services";
import { isOpen } from "../app/standing-rules";
import { Beacon } from "../ui/beacon";
import { DeviceCheck } from "../ui/device-check";
import { useAction } from "../ui/hooks";
import { languageList } from "../ui/languages";
import { Page } from "../ui/page";
import { useStore } from "../ui/use-store";
import { useWakeLock } from "../ui/wake-lock";
import classes from "./help.module.css";

/** An expert who is there: how it stands, and how to stop. */
export function Available({ availability }: { availability: Availability }) {
  const { standing, media } = useServices();
  const stopping = useAction(() => standing.endAvailability());
  const disturbing = useAction(() =>
    standing.becomeAvailable({
      fields: availability.fields.map(({ code }) => code),
      languages: availability.languages,
      autoAccept: availability.autoAccept,
      doNotDisturb: !availability.doNotDisturb,
      ...(availability.capacity !== undefined && { capacity: availability.capacity }),
    }),
  );
  const error = stopping.error ?? disturbing.error;
  // A phone that goes to sleep would be taken out of availability.
  useWakeLock();
  return (
    <Page title="You're available">
      <div className={classes.columns}>
        <div>
          <StateCard availability={availability} />
          <Facts availability={availability} />
          <Switch
            label="Do not disturb"
            description="Nobody is sent to you until you turn it off again."
            checked={availability.doNotDisturb}
            onChange={disturbing.run}
            disabled={disturbing.busy}
          />
          {error !== null && (
            <p role="alert" className={classes.notice}>
              {error}
            </p>
          )}
          <Button variant="default" mt="lg" onClick={stopping.run} loading={stopping.busy}>
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

function StateCard({ availability }: { availability: Availability }) {
  const { standing } = useServices();
  const { match } = useStore(standing);
  const quiet = availability.doNotDisturb;
  const { title, hint } = stateWords(availability);
  return (
    <div className={classes.state}>
      <Beacon quiet={quiet} />
      <p role="status">
        <strong>{title}</strong>
        <span>{hint}</span>
        {availability.state === "in-call" && isOpen(match) && (
          <Link href={`/call/${match.id}`}>Go to the call</Link>
        )}
      </p>
    </div>
  );
}

function Facts({ availability }: { availability: Availability }) {
  const { fields, languages, capacity, taken, autoAccept } = availability;
  return (
    <dl className={classes.facts}>
      <dt>Fields</dt>
      <dd>{fields.map(({ name }) => name).join(", ")}</dd>
      <dt>Languages</dt>
      <dd>{languageList(languages)}</dd>
      {capacity !== undefined && (
        <>
          <dt>Calls</dt>
          <dd>
            {taken} of {capacity}, then you stop being asked
          </dd>
        </>
      )}
      {autoAccept && (
        <>
          <dt>Accepting</dt>
          <dd>By itself</dd>
        </>
      )}
    </dl>
  );
}

function stateWords({ state, doNotDisturb, autoAccept }: Availability) {
  if (state === "in-call") {
    return { title: "You’re in a call", hint: "The next question comes when it is over." };
  }
  if (doNotDisturb) {
    return { title: "Not to be disturbed", hint: "Questions go to others for the moment." };
  }
  return {
    title: "Waiting for somebody who is stuck",
    hint: autoAccept
      ? "You accept by yourself: the call opens when a learner is there."
      : "Their question appears here, with a soft chime. You have a moment to decide.",
  };
}
