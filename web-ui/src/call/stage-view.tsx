import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Media } from "../rtc/media";
import type { ScreenShare } from "../screen/screen-share";
import { useStore, useStorePart } from "../ui/use-store";
import { Video } from "../ui/video";
import type { Call } from "./call";
import { statusWords } from "./call-words";
import { PeerTile } from "./peer-view";
import { SelfView } from "./self-view";
import classes from "./stage.module.css";

const SETTLED_MS = 400;

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
  const peers = useStorePart(call, (state) => state.peers);
  const [blocked, setBlocked] = useState<(() => void)[]>([]);
  const sharer = peers.find(({ screen }) => screen !== null);
  const onBlocked = (play: () => void) => setBlocked((others) => [...others, play]);
  const [first = null, ...others] = peers;

  return (
    <div className={classes.stage} data-screen={sharer ? true : undefined}>
      {sharer?.screen && (
        <div className={classes.screen}>
          <Video stream={sharer.screen} label={`Screen of ${sharer.name}`} onBlocked={onBlocked} />
        </div>
      )}
      <div className={classes.faces} data-count={Math.max(1, peers.length)}>
        <PeerTile peer={first} expected={expected} onBlocked={onBlocked} />
        {others.map((peer) => (
          <PeerTile key={peer.id} peer={peer} expected={expected} onBlocked={onBlocked} />
        ))}
      </div>
      <div className={classes.own}>
        <OwnScreen screen={call.screen} />
        <SelfView media={media} name={ownName} />
      </div>
      <div className={classes.status} role="status">
        <Status call={call} expected={expected} />
      </div>
      {blocked.length > 0 && (
        <Button
          className={classes.unblock}
          color="saffron.4"
          onClick={() => {
            for (const play of blocked) play();
            setBlocked([]);
          }}
        >
          Turn the sound on
        </Button>
      )}
    </div>
  );
}

/** What goes on while the call does not simply run. What is over in a moment is not worth reading. */
function Status({ call, expected }: { call: Call; expected: string }) {
  const words = statusWords(useStore(call), expected);
  const title = words?.title ?? null;
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(title), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [title]);
  if (words === null || settled !== title) return null;
  return (
    <p>
      <strong>{words.title}</strong>
      <span>{words.hint}</span>
    </p>
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
