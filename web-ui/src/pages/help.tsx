import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { AvailabilityEnd } from "../api/model";
import { useServices, useSession } from "../app/services";
import { Loading } from "../ui/loading";
import { Page } from "../ui/page";
import { useStore } from "../ui/use-store";
import { Available } from "./available";
import { BecomeAvailable } from "./become-available";

/** Where an expert becomes available, and waits for somebody who is stuck. */
export function HelpPage() {
  const session = useSession();
  const { standing } = useServices();
  const { account } = useStore(session);
  const { known, availability, availabilityEnded } = useStore(standing);
  if (!known || !account) return <Loading />;
  if (availability) return <Available availability={availability} />;
  if (account.fields.length === 0) return <NothingOffered />;
  return (
    <BecomeAvailable account={account} notice={availabilityEnded && endWords(availabilityEnded)} />
  );
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

function endWords(reason: AvailabilityEnd): string | null {
  switch (reason) {
    case "offer-unanswered":
      return "A question came and wasn't answered in time, so you are no longer available. It went back to its place in the queue.";
    case "too-many-declines":
      return "You declined many questions in a short time, so you are no longer available. Come back when you have time for them.";
    case "no-show":
      return "You didn’t come to a call that you had accepted, so you are no longer available.";
    case "capacity-reached":
      return "You have helped as many people as you wanted. Thank you!";
    case "lease-expired":
      return "This page lost its connection for a while, so you are no longer available.";
    case "not-verified":
      return "You can’t be asked about any of the fields you were there for any more, so you are no longer available. Your profile says which are verified.";
    case "by-administrator":
      return "An administrator has ended your availability.";
    case "by-account":
      return null;
    default:
      // A newer service may know more reasons.
      return "You are no longer available.";
  }
}
