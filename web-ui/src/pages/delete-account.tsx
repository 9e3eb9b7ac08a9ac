import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { deleteAccount, LOGOUT_URL } from "../api/identity";
import { keepFarewell } from "../app/arrival";
import { useSession } from "../app/services";
import { Dialog } from "../ui/dialog";
import { useAction } from "../ui/hooks";
import classes from "./form.module.css";

/** The way out for good, after a question that says what goes and what stays. */
export function DeleteAccount() {
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const deleting = useAction(async () => {
    await deleteAccount(session);
    keepFarewell(() => window.sessionStorage);
    signOut();
  });

  return (
    <div className={classes.leave}>
      <Button variant="subtle" color="brick" size="sm" onClick={() => setAsking(true)}>
        Delete my account
      </Button>
      <Dialog opened={asking} close={() => setAsking(false)} title="Delete your account?">
        <p>
          Your profile and your verified fields, your questions and words, favourites, blocks and
          ratings go, and can&rsquo;t be brought back. A question in the queue or a call ends now.
        </p>
        <p>
          What others need of their calls with you stays, without your name. Your account at the
          place where you sign in stays, too: signing in again begins a new, empty profile.
        </p>
        {deleting.error !== null && (
          <p role="alert" className={classes.error}>
            {deleting.error}
          </p>
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Keep it
          </Button>
          <Button color="brick" onClick={deleting.run} loading={deleting.busy}>
            Delete my account
          </Button>
        </Group>
      </Dialog>
    </div>
  );
}

/** By a form of its own: the page has heard of the deletion, and may have taken everything else away by now. */
function signOut(): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = LOGOUT_URL;
  document.body.append(form);
  form.submit();
}
