import { Button, CloseButton, NativeSelect } from "@mantine/core";
import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { goOnWithout, openChosen, switchCamera, switchMicrophone } from "../app/device-choice";
import { measureLevel } from "../rtc/level-meter";
import type { DeviceState, Media } from "../rtc/media";
import classes from "./device-check.module.css";
import { useStorePart } from "./use-store";
import { Video } from "./video";
import { refusalWords } from "./words";

/** What the switch of a device that is off is called, here and in the call. */
const SWITCHED_OFF = { microphone: "Unmute microphone", camera: "Turn camera on" } as const;

/** Lets somebody see and hear that camera and microphone work, before the call. Opens them. */
export function DeviceCheck({ media }: { media: Media }) {
  const { microphone, camera, stream } = useDevices(media);

  useEffect(() => {
    void openChosen(media);
  }, [media]);

  const talking = microphone.kind === "on";
  const seen = camera.kind === "on";
  return (
    <section className={classes.check} aria-labelledby="device-check">
      <h2 id="device-check">Camera and microphone</h2>
      <div className={classes.preview}>
        {seen && stream ? (
          <Video stream={stream} label="Your video" className={classes.video} muted />
        ) : (
          <p>{previewWords(camera)}</p>
        )}
        <div className={classes.switches}>
          <SwitchButton
            on={talking}
            label={talking ? "Mute microphone" : SWITCHED_OFF.microphone}
            icons={[IconMicrophone, IconMicrophoneOff]}
            onClick={() => void switchMicrophone(media)}
          />
          <SwitchButton
            on={seen}
            label={seen ? "Turn camera off" : SWITCHED_OFF.camera}
            icons={[IconVideo, IconVideoOff]}
            onClick={() => void switchCamera(media)}
          />
        </div>
      </div>
      {talking && <LevelMeter track={stream?.getAudioTracks()[0]} />}
      <Refusal device="camera" media={media} />
      <Refusal device="microphone" media={media} />
      <DeviceChoosers media={media} />
    </section>
  );
}

/** Which microphone and which camera, where there is more than one. */
export function DeviceChoosers({ media }: { media: Media }) {
  const { microphones, cameras, stream, chosen } = useDevices(media);
  return (
    <div className={classes.choosers}>
      <Chooser
        label="Microphone"
        devices={microphones}
        current={stream?.getAudioTracks()[0]?.getSettings().deviceId ?? chosen.microphone}
        choose={(id) => void media.chooseMicrophone(id)}
      />
      <Chooser
        label="Camera"
        devices={cameras}
        current={stream?.getVideoTracks()[0]?.getSettings().deviceId ?? chosen.camera}
        choose={(id) => void media.chooseCamera(id)}
      />
    </div>
  );
}

function useDevices(media: Media) {
  return {
    microphone: useStorePart(media, (state) => state.microphone),
    camera: useStorePart(media, (state) => state.camera),
    stream: useStorePart(media, (state) => state.stream),
    microphones: useStorePart(media, (state) => state.microphones),
    cameras: useStorePart(media, (state) => state.cameras),
    chosen: useStorePart(media, (state) => state.chosen),
  };
}

function previewWords(camera: DeviceState): string {
  if (camera.kind === "starting")
    return "Your browser may ask whether Stoa may use your camera and microphone.";
  if (camera.kind === "refused") return "No picture";
  return "Your camera is off";
}

interface SwitchButtonProps {
  on: boolean;
  label: string;
  icons: [on: typeof IconVideo, off: typeof IconVideo];
  onClick: () => void;
}

function SwitchButton({ on, label, icons, onClick }: SwitchButtonProps) {
  const Icon = on ? icons[0] : icons[1];
  return (
    <button
      type="button"
      className={classes.switch}
      data-off={on ? undefined : true}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon size={22} aria-hidden />
    </button>
  );
}

function LevelMeter({ track }: { track: MediaStreamTrack | undefined }) {
  const [level, setLevel] = useState(0);
  useEffect(() => (track ? measureLevel(track, setLevel) : undefined), [track]);
  const percent = Math.round(level * 100);
  return (
    <div className={classes.level}>
      <span>Say something</span>
      <div
        role="meter"
        aria-label="Microphone level"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div style={{ transform: `scaleX(${percent / 100})` }} />
      </div>
    </div>
  );
}

interface RefusalProps {
  device: "microphone" | "camera";
  media: Media;
}

/** Why a device cannot be used, and what to do: try again, or go on without it. */
export function Refusal({ device, media }: RefusalProps) {
  const state = useStorePart(media, (all) => all[device]);
  if (state.kind !== "refused") return null;
  const retry = () => (device === "camera" ? media.setCamera(true) : media.setMicrophone(true));
  const without = `Go on without the ${device}`;
  const putAway = async () => {
    await goOnWithout(media, device);
    // The button that had the focus is gone; this one turns the device on again.
    document.querySelector<HTMLElement>(`[aria-label="${SWITCHED_OFF[device]}"]`)?.focus();
  };
  return (
    <div role="alert" className={classes.refusal}>
      <p>{refusalWords(device, state.refusal)}</p>
      <Button size="xs" variant="default" onClick={() => void retry()}>
        Try the {device} again
      </Button>
      <CloseButton
        className={classes.away}
        aria-label={without}
        title={without}
        onClick={() => void putAway()}
      />
    </div>
  );
}

interface ChooserProps {
  label: string;
  devices: MediaDeviceInfo[];
  /** The id of the one that is used, or would be. */
  current: string | undefined;
  choose: (id: string) => void;
}

function Chooser({ label, devices, current, choose }: ChooserProps) {
  const named = devices.filter((device) => device.deviceId !== "" && device.label !== "");
  if (named.length < 2) return null;
  return (
    <NativeSelect
      label={label}
      size="sm"
      value={current ?? named[0]?.deviceId ?? ""}
      onChange={(event) => choose(event.currentTarget.value)}
      data={named.map((device) => ({ value: device.deviceId, label: device.label }))}
    />
  );
}
