import type { Media } from "../rtc/media";

/** Which devices somebody wants on. Kept in the browser, so that a camera that was turned off stays off. */
export interface DeviceChoice {
  microphone: boolean;
  camera: boolean;
}

const KEY = "stoa.devices";

function readChoice(): DeviceChoice {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<DeviceChoice>;
    return { microphone: stored.microphone !== false, camera: stored.camera !== false };
  } catch {
    return { microphone: true, camera: true };
  }
}

/** Opens what is wanted, unless something is open already. */
export async function openChosen(media: Media): Promise<void> {
  const { microphone, camera } = media.state;
  if (microphone.kind !== "off" || camera.kind !== "off") return;
  const choice = readChoice();
  if (choice.microphone && choice.camera) await media.open();
  else if (choice.microphone) await media.setMicrophone(true);
  else if (choice.camera) await media.setCamera(true);
}

export async function switchMicrophone(media: Media): Promise<void> {
  const on = media.state.microphone.kind !== "on";
  remember({ ...readChoice(), microphone: on });
  await media.setMicrophone(on);
}

export async function switchCamera(media: Media): Promise<void> {
  const on = media.state.camera.kind !== "on";
  remember({ ...readChoice(), camera: on });
  await media.setCamera(on);
}

/** Puts away a device that is refused, now and in calls to come, until somebody turns it on again. */
export async function goOnWithout(media: Media, device: keyof DeviceChoice): Promise<void> {
  remember({ ...readChoice(), [device]: false });
  await (device === "camera" ? media.setCamera(false) : media.setMicrophone(false));
}

function remember(choice: DeviceChoice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
}
