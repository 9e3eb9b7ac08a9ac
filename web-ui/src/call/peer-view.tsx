import { IconMicrophoneOff } from "@tabler/icons-react";
import { Video } from "../ui/video";
import { initials } from "../ui/words";
import type { PeerView } from "./call-state";
import classes from "./stage.module.css";

interface PeerTileProps {
  peer: PeerView;
  onBlocked: (play: () => void) => void;
}

/** Another participant: the face, or the initials while the camera is off. */
export function PeerTile({ peer, onBlocked }: PeerTileProps) {
  const faceHidden = !peer.cameraOn || peer.camera === null;
  return (
    <div className={classes.tile} data-dimmed={peer.connection === "interrupted" || undefined}>
      {peer.camera && (
        <Video
          stream={peer.camera}
          label={`Video of ${peer.name}`}
          className={classes.face}
          onBlocked={onBlocked}
        />
      )}
      {faceHidden && <Initials name={peer.name} note={peer.camera && "Camera off"} />}
      {!peer.microphoneOn && peer.camera && (
        <span className={classes.badge}>
          <IconMicrophoneOff size={18} aria-hidden /> {peer.name} is muted
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
