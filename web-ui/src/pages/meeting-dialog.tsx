import { Modal } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { Beacon } from "../ui/beacon";
import classes from "./meeting-dialog.module.css";

interface MeetingDialogProps {
  opened: boolean;
  children: ReactNode;
}

/** Over every page: somebody waits for an answer. It closes by being answered, or when its time is up. */
export function MeetingDialog({ opened, children }: MeetingDialogProps) {
  return (
    <Modal.Root
      opened={opened}
      onClose={() => undefined}
      centered
      size="lg"
      classNames={{ content: classes.content ?? "" }}
      closeOnEscape={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.6} />
      <Modal.Content>{children}</Modal.Content>
    </Modal.Root>
  );
}

interface MeetingTitleProps {
  /** Whether the question that the dialog put has been answered. */
  answered: boolean;
  children: ReactNode;
}

/** What a meeting dialog asks, and then what came of it. */
export function MeetingTitle({ answered, children }: MeetingTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    // The button that had the focus is gone with the question.
    if (answered) heading.current?.focus({ preventScroll: true });
  }, [answered]);

  return (
    <Modal.Title
      component="h2"
      ref={heading}
      className={classes.title}
      tabIndex={-1}
      data-autofocus
    >
      {children}
    </Modal.Title>
  );
}

/** Says that the other one's answer is still to come. */
export function WaitingFor({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={classes.waiting}>
      <Beacon />
      <span>{children}</span>
    </p>
  );
}
