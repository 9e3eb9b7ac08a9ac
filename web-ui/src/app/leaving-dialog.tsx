import { Button, Group } from "@mantine/core";
import { useLocation } from "wouter";
import { Dialog } from "../ui/dialog";
import { useStore } from "../ui/use-store";
import type { LeavingGuard } from "./leaving-guard";
import { useServices } from "./services";

/** Asks whether to leave the running call. */
export function LeavingDialog({ guard }: { guard: LeavingGuard }) {
  const { asking } = useStore(guard);
  const { activeCall, standing } = useServices();
  const [, navigate] = useLocation();

  function leave() {
    const { match } = activeCall.state;
    guard.stay();
    activeCall.forget();
    if (match) void standing.leave(match.id).catch(() => undefined);
    navigate("/");
  }

  return (
    <Dialog opened={asking} close={() => guard.stay()} title="Leave the call?">
      <p>The call ends for both of you.</p>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => guard.stay()} data-autofocus>
          Stay
        </Button>
        <Button color="brick" onClick={leave}>
          Leave the call
        </Button>
      </Group>
    </Dialog>
  );
}
