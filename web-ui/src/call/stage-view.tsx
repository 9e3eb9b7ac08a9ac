import { Button } from "@mantine/core";
import { useState } from "react";
import type { Media } from "../rtc/media";
import type { ScreenShare } from "../screen/screen-share";
import { useStore } from "../ui/use-store";
import { Video } from "../ui/video";
import type { Call } from "./call";
import { statusWords } from "./call-words";
import { Initials, PeerTile } from "./peer-view";
import { SelfView } from "./self-view";
import classes from "./stage.module.css";

interface StageProps {
  call: Call;
  media: Media;
  /** Who is expected, until they are there. */
  expected: string;
  /** Who we are. */
  ownName: string;
}

/** Faces and screens. */
export function Stage({ call, media, expected, ownName }: StageProps) {
  const state = useStore(call);
  const [play, setPlay] = useState<(() => void) | null>(null);
  const status = statusWords(state, expected);
  const sharer = state.peers.find(({ screen }) => screen !== null);
  const onBlocked = (start: () => void) => setPlay(() => start);

  return (
    <div className={classes.stage} data-screen={sharer ? true : undefined}>
      {sharer?.screen && (
        <div className={classes.screen}>
          <Video stream={sharer.screen} label={`Screen of ${sharer.name}`} muted />
        </div>
      )}
      <div className={classes.faces} data-count={Math.max(1, state.peers.length)}>
        {state.peers.map((peer) => (
          <PeerTile key={peer.id} peer={peer} onBlocked={onBlocked} />
        ))}
        {state.peers.length === 0 && (
          <div className={classes.tile}>
            <Initials name={expected} note={null} />
          </div>
        )}
      </div>
      <div className={classes.own}>
        <OwnScreen screen={call.screen} />
        <SelfView media={media} name={ownName} />
      </div>
      <div className={classes.status} role="status">
        {status && (
          <p>
            <strong>{status.title}</strong>
            <span>{status.hint}</span>
          </p>
        )}
      </div>
      {play && (
        <Button
          className={classes.unblock}
          color="saffron.4"
          onClick={() => {
            play();
            setPlay(null);
          }}
        >
          Turn the sound on
        </Button>
      )}
    </div>
  );
}

function OwnScreen({ screen }: { screen: ScreenShare }) {
  const { sharing, stream } = useStore(screen);
  if (!sharing) return null;
  return (
    <div className={classes.self}>
      {stream && <Video stream={stream} label="Your screen" className={classes.thumbnail} muted />}
      <span className={`${classes.badge} ${classes.words}`}>You share your screen</span>
    </div>
  );
}
