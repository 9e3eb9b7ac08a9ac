import { CloseButton, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./dialog.module.css";

interface DialogProps {
  opened: boolean;
  title: string;
  close: () => void;
  children: ReactNode;
}

/** A question or a few settings over the page. */
export function Dialog({ opened, title, close, children }: DialogProps) {
  return (
    <Modal.Root opened={opened} onClose={close} centered>
      <Modal.Overlay backgroundOpacity={0.6} />
      <Modal.Content>
        <div className={classes.dialog}>
          <div className={classes.head}>
            <Modal.Title component="h2" className={classes.title}>
              {title}
            </Modal.Title>
            <CloseButton aria-label="Close" size="lg" onClick={close} />
          </div>
          {children}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
