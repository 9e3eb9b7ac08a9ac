import { Tooltip } from "@mantine/core";
import {
  type IconVideo as Icon,
  IconFileUpload,
  IconMessage,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
  IconScreenShare,
  IconScreenShareOff,
  IconVideo,
  IconVideoOff,
} from "@tabler/icons-react";
import { type ReactNode, useRef } from "react";
import { switchCamera, switchMicrophone } from "../app/device-choice";
import type { Media } from "../rtc/media";
import { useStore, useStorePart } from "../ui/use-store";
import type { Call } from "./call";
import classes from "./controls.module.css";
import { useShortcuts } from "../ui/shortcuts";

interface ControlsProps {
  call: Call;
  media: Media;
  chatOpen: boolean;
  unread: number;
  toggleChat: () => void;
  hangUp: () => void;
}

/** What one can do in a call. */
export function Controls({ call, media, chatOpen, unread, toggleChat, hangUp }: ControlsProps) {
  const microphone = useStorePart(media, (state) => state.microphone.kind) === "on";
  const camera = useStorePart(media, (state) => state.camera.kind) === "on";
  const { sharing } = useStore(call.screen);
  const picker = useRef<HTMLInputElement>(null);
  const canShare = "getDisplayMedia" in (navigator.mediaDevices ?? {});

  const toggleMicrophone = () => void switchMicrophone(media);
  const toggleCamera = () => void switchCamera(media);
  const toggleShare = () => (sharing ? call.screen.stop() : void call.screen.start());
  const shortcuts = useShortcuts({
    M: toggleMicrophone,
    V: toggleCamera,
    C: toggleChat,
    ...(canShare && { D: toggleShare }),
  });

  return (
    <div className={classes.controls} role="toolbar" aria-label="Call">
      <Control
        name={microphone ? "Mute microphone" : "Unmute microphone"}
        label={microphone ? "Mute" : "Unmute"}
        icon={microphone ? IconMicrophone : IconMicrophoneOff}
        shortcut={shortcuts && "M"}
        look={microphone ? "plain" : "off"}
        onClick={toggleMicrophone}
      />
      <Control
        name={camera ? "Turn camera off" : "Turn camera on"}
        label="Camera"
        icon={camera ? IconVideo : IconVideoOff}
        shortcut={shortcuts && "V"}
        look={camera ? "plain" : "off"}
        onClick={toggleCamera}
      />
      {canShare && (
        <Control
          name={sharing ? "Stop sharing" : "Share screen"}
          label={sharing ? "Stop" : "Share"}
          icon={sharing ? IconScreenShareOff : IconScreenShare}
          shortcut={shortcuts && "D"}
          look={sharing ? "lit" : "plain"}
          onClick={toggleShare}
        />
      )}
      <Control
        name={chatOpen ? "Close chat" : "Open chat"}
        label="Chat"
        icon={IconMessage}
        shortcut={shortcuts && "C"}
        look={chatOpen ? "lit" : "plain"}
        onClick={toggleChat}
      >
        {unread > 0 && (
          <span className={classes.unread} aria-hidden>
            {unread}
          </span>
        )}
      </Control>
      <Control
        name="Send a file"
        label="File"
        icon={IconFileUpload}
        shortcut={false}
        look="plain"
        onClick={() => picker.current?.click()}
      />
      <Control
        name="Hang up"
        label="Hang up"
        icon={IconPhoneOff}
        shortcut={false}
        look="danger"
        onClick={hangUp}
      />
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        aria-label="File to send"
        onChange={(event) => {
          for (const file of event.currentTarget.files ?? []) call.files.offer(file);
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}

interface ControlProps {
  /** What a screen reader calls it, and the tooltip. */
  name: string;
  /** A short part of the name, in sight. */
  label: string;
  icon: typeof Icon;
  shortcut: string | false;
  look: "plain" | "off" | "lit" | "danger";
  onClick: () => void;
  children?: ReactNode;
}

function Control({ name, label, icon: Icon, shortcut, look, onClick, children }: ControlProps) {
  return (
    <Tooltip label={shortcut === false ? name : `${name} (${shortcut})`} withinPortal={false}>
      <button
        type="button"
        className={classes.control}
        data-look={look}
        aria-label={name}
        aria-keyshortcuts={shortcut === false ? undefined : shortcut}
        onClick={onClick}
      >
        <Icon size={24} stroke={1.7} aria-hidden />
        <span>{label}</span>
        {children}
      </button>
    </Tooltip>
  );
}
