import { Button, Group, Textarea } from "@mantine/core";
import { useState } from "react";
import { Problem } from "../api/http";
import type { Ticket } from "../api/model";
import { useServices } from "../app/services";
import { Dialog } from "../ui/dialog";
import { useAction } from "../ui/hooks";
import { LanguagesInput } from "../ui/languages-input";
import { MAX_PROBLEM, ProblemCount } from "./problem-count";
import classes from "./waiting.module.css";

/** Changes the words and languages of a ticket that waits. Its place stays. */
export function ChangeDialog({ ticket, close }: { ticket: Ticket; close: () => void }) {
  const { standing } = useServices();
  const [base, setBase] = useState(ticket);
  const [problem, setProblem] = useState(ticket.problem);
  const [languages, setLanguages] = useState(ticket.languages);
  const [overtaken, setOvertaken] = useState(false);

  const saving = useAction(async () => {
    setOvertaken(false);
    try {
      const change = { problem: problem.trim(), languages };
      await standing.changeTicket(ticket.id, change, base.revision);
      close();
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412) throw error;
      const now = standing.state.ticket ?? ticket;
      setBase(now);
      setProblem(now.problem);
      setLanguages(now.languages);
      setOvertaken(true);
    }
  });

  return (
    <Dialog opened close={close} title="Change your words">
      {overtaken && (
        <p role="alert" className={classes.error}>
          Your question was changed somewhere else in the meantime. This is how it is now; change it
          again if you like.
        </p>
      )}
      <Textarea
        mt="sm"
        label="Your question"
        value={problem}
        onChange={(event) => setProblem(event.currentTarget.value)}
        maxLength={MAX_PROBLEM}
        autosize
        minRows={4}
        maxRows={10}
        description={<ProblemCount used={problem.length} />}
        inputWrapperOrder={["label", "input", "description", "error"]}
        data-autofocus
      />
      <div className={classes.gap}>
        <LanguagesInput
          label="Languages you can talk in"
          value={languages}
          onChange={setLanguages}
        />
      </div>
      {saving.error !== null && (
        <p role="alert" className={classes.error}>
          {saving.error}
        </p>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close}>
          Leave it as it is
        </Button>
        <Button
          onClick={saving.run}
          loading={saving.busy}
          disabled={problem.trim() === "" || languages.length === 0}
        >
          Save
        </Button>
      </Group>
    </Dialog>
  );
}
