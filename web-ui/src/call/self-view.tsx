import { IconMicrophoneOff } from "@tabler/icons-react";
import { memo } from "react";
import type { Media } from "../rtc/media";
import { useStorePart } from "../ui/use-store";
import { Video } from "../ui/video";
import { Initials } from "./peer-view";
import classes from "./stage.module.css";

/** One's own picture, mirrored as people know themselves. */
export const SelfView = memo(function SelfView({ media, name }: { media: Media; name: string }) {
  const stream = useStorePart(media, (state) => state.stream);
  const camera = useStorePart(media, (state) => state.camera.kind);
  const microphone = useStorePart(media, (state) => state.microphone.kind);
  return (
    <div className={classes.self}>
      {camera === "on" && stream ? (
        <Video stream={stream} label="Your video" className={classes.mirrored} muted />
      ) : (
        <Initials name={name} note="Your camera is off" />
      )}
      {microphone !== "on" && (
        <span className={classes.badge} title="Your microphone is off">
          <IconMicrophoneOff size={16} aria-label="Your microphone is off" />
        </span>
      )}
    </div>
  );
});
