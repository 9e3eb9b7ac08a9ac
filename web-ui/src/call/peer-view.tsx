import { IconMicrophoneOff } from "@tabler/icons-react";
import { Video } from "../ui/video";
import { initials } from "../ui/words";
import type { PeerView } from "./call-state";
import classes from "./stage.module.css";

interface PeerTileProps {
  /** Null until somebody is there. */
  peer: PeerView | null;
  expected: string;
  onBlocked: (play: () => void) => void;
}

/** Another participant: the face, or the initials while there is none or the camera is off. */
export function PeerTile({ peer, expected, onBlocked }: PeerTileProps) {
  const { name, camera, connection } = peer ?? {
    name: expected,
    camera: null,
    connection: "connecting",
  };
  const faceHidden = !peer?.cameraOn || camera === null;
  return (
    <div className={classes.tile} data-dimmed={connection === "interrupted" || undefined}>
      {camera && (
        <Video
          stream={camera}
          label={`Video of ${name}`}
          className={classes.face}
          onBlocked={onBlocked}
        />
      )}
      {faceHidden && <Initials name={name} note={camera && "Camera off"} />}
      {camera && !peer?.microphoneOn && (
        <span className={classes.badge}>
          <IconMicrophoneOff size={18} aria-hidden /> {name} is muted
        </span>
      )}
    </div>
  );
}

export function Initials({ name, note }: { name: string; note: string | null }) {
  return (
    <div className={classes.avatar}>
      <span aria-hidden>{initials(name)}</span>
      {note !== null && <small>{note}</small>}
    </div>
  );
}
