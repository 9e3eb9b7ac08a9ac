import { Switch } from "@mantine/core";
import type { Media } from "../rtc/media";
import { DeviceChoosers } from "../ui/device-check";
import { Dialog } from "../ui/dialog";
import classes from "./call-settings.module.css";
import { useShortcutsOn } from "../ui/shortcuts";

const SHORTCUTS = [
  ["M", "Microphone on or off"],
  ["V", "Camera on or off"],
  ["D", "Share the screen, or stop"],
  ["C", "Open or close the chat"],
] as const;

interface CallSettingsProps {
  media: Media;
  opened: boolean;
  close: () => void;
}

/** Devices and keys. */
export function CallSettings({ media, opened, close }: CallSettingsProps) {
  const [on, setOn] = useShortcutsOn();
  return (
    <Dialog opened={opened} close={close} title="Settings">
      <DeviceChoosers media={media} />
      <Switch
        mt="md"
        label="Keyboard shortcuts"
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
      <dl className={classes.shortcuts} data-off={on ? undefined : true}>
        {SHORTCUTS.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
