import { Button, CloseButton, Progress, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { saveFile } from "../ui/save-file";
import { useStore } from "../ui/use-store";
import { fileSize } from "../ui/words";
import type { Files, Transfer } from "./files";
import { isOver, spokenWords, transferWords } from "./file-words";
import classes from "./files.module.css";

/** Files on their way, one card each. A card that is over can be put away. */
export function FilesTray({ files, peer }: { files: Files; peer: string }) {
  const { transfers } = useStore(files);
  const [away, setAway] = useState<readonly string[]>([]);
  const shown = transfers.filter(({ id }) => !away.includes(id));
  return (
    <>
      {/* There before the first file is: what comes together with its words is not read out. */}
      <VisuallyHidden aria-live="polite">
        {shown.map((transfer) => (
          <p key={transfer.id}>{spokenWords(transfer, peer)}</p>
        ))}
      </VisuallyHidden>
      {shown.length > 0 && (
        <ul className={classes.tray} aria-label="Files">
          {shown.map((transfer) => (
            <li key={transfer.id}>
              <TransferCard
                transfer={transfer}
                files={files}
                peer={peer}
                putAway={() => setAway([...away, transfer.id])}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface TransferCardProps {
  transfer: Transfer;
  files: Files;
  peer: string;
  putAway: () => void;
}

function TransferCard({ transfer, files, peer, putAway }: TransferCardProps) {
  const { id, mine, name, size, moved, phase, blob } = transfer;
  const moving = phase === "moving" || phase === "checking";
  return (
    <section className={classes.card} aria-label={`File ${name}`}>
      <p className={classes.name}>
        <bdi>{name}</bdi> <small>{fileSize(size)}</small>
      </p>
      <p className={classes.words}>{transferWords(transfer, peer)}</p>
      {moving && (
        <Progress
          value={size === 0 ? 100 : (moved / size) * 100}
          aria-label={`Progress of ${name}`}
          color="saffron.4"
          size="sm"
          transitionDuration={150}
        />
      )}
      <div className={classes.actions}>
        {phase === "offered" && !mine && (
          <>
            <Button size="xs" onClick={() => files.accept(id)}>
              Accept file
            </Button>
            <Button size="xs" variant="default" onClick={() => files.decline(id)}>
              Decline file
            </Button>
          </>
        )}
        {(moving || (phase === "offered" && mine)) && (
          <Button size="xs" variant="default" onClick={() => files.cancel(id)}>
            Cancel
          </Button>
        )}
        {blob && (
          <Button size="xs" onClick={() => saveFile(blob, name)}>
            Save file
          </Button>
        )}
      </div>
      {isOver(phase) && (
        <CloseButton className={classes.away} aria-label={`Put ${name} away`} onClick={putAway} />
      )}
    </section>
  );
}
