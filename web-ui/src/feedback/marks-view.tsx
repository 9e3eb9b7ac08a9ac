import { Button, Group } from "@mantine/core";
import {
  IconBan,
  IconBookmark,
  IconBookmarkFilled,
  IconHeart,
  IconHeartFilled,
} from "@tabler/icons-react";
import { useState } from "react";
import { Dialog } from "../ui/dialog";
import { useAction } from "../ui/hooks";
import { useStore } from "../ui/use-store";
import type { Feedback } from "./feedback";
import classes from "./feedback.module.css";

interface MarksBarProps {
  feedback: Feedback;
  /** Whether there are pages of favourites and of blocked people: not without an account. */
  hasLists: boolean;
}

/** Thanks, favourite and block. */
export function MarksBar({ feedback, hasLists }: MarksBarProps) {
  const { thanked, favourite, blocked } = useStore(feedback);
  const [asking, setAsking] = useState(false);
  const { match } = feedback;
  const peer = match.peer.displayName;
  const thanking = useAction(() => feedback.thank());
  const marking = useAction(() => feedback.mark("favourite", !favourite));
  const unblocking = useAction(() => feedback.mark("block", false));
  const error = thanking.error ?? marking.error ?? unblocking.error;

  return (
    <div className={classes.marks}>
      <Button
        variant="default"
        leftSection={thanked ? <IconHeartFilled size={18} /> : <IconHeart size={18} />}
        onClick={thanking.run}
        loading={thanking.busy}
        disabled={thanked}
      >
        {thanked ? "You said thank you" : "Say thank you"}
      </Button>
      {hasLists && match.role === "learner" && !blocked && (
        <Button
          variant="default"
          leftSection={favourite ? <IconBookmarkFilled size={18} /> : <IconBookmark size={18} />}
          onClick={marking.run}
          loading={marking.busy}
          aria-pressed={favourite}
        >
          {favourite ? "Favourite" : "Make a favourite"}
        </Button>
      )}
      <Button
        variant="subtle"
        color={blocked ? "malachite" : "brick"}
        leftSection={<IconBan size={18} />}
        onClick={() => (blocked ? unblocking.run() : setAsking(true))}
        loading={unblocking.busy}
      >
        {blocked ? "Unblock" : "Block"}
      </Button>
      <p role="status" className={classes.note}>
        {blocked && `You and ${peer} won’t meet again.`}
        {favourite && !blocked && `${peer} is asked first when you need help and they are free.`}
      </p>
      {error !== null && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <BlockDialog
        feedback={feedback}
        hasLists={hasLists}
        opened={asking}
        close={() => setAsking(false)}
      />
    </div>
  );
}

interface BlockDialogProps extends MarksBarProps {
  opened: boolean;
  close: () => void;
}

function BlockDialog({ feedback, hasLists, opened, close }: BlockDialogProps) {
  const peer = feedback.match.peer.displayName;
  const blocking = useAction(async () => {
    await feedback.mark("block", true);
    close();
  });
  return (
    <Dialog opened={opened} close={close} title={`Block ${peer}?`}>
      <p>
        You are never matched with {peer} again, whichever of you asks or helps. {peer} isn’t told.{" "}
        {hasLists
          ? "You can take it back on the page of blocked people."
          : "You can take it back as long as this page is open."}
      </p>
      {blocking.error !== null && (
        <p role="alert" className={classes.error}>
          {blocking.error}
        </p>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close} data-autofocus>
          Don’t block
        </Button>
        <Button color="brick" onClick={blocking.run} loading={blocking.busy}>
          Block
        </Button>
      </Group>
    </Dialog>
  );
}
