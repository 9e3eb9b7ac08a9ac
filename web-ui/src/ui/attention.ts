import { chime } from "./chime";

/** A later notification takes the place of an earlier one. */
const TAG = "stoa";

/**
 * Chimes, marks the tab, and shows a notification of the system when the page is not looked at and may do so. The
 * returned function takes the marks away again.
 */
export function callAttention(words: string): () => void {
  const title = document.title;
  document.title = `● ${words} · Stoa`;
  chime();
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(200);
  const takeAway = notify(words);
  return () => {
    document.title = title;
    takeAway();
  };
}

/** Whether the system could show notifications of this page if somebody allowed it. */
export function canAskToNotify(): boolean {
  return "Notification" in window && Notification.permission === "default" && window.top === window;
}

/** Asks for the right to show notifications; must follow from a click. */
export async function askToNotify(): Promise<boolean> {
  const granted = (await Notification.requestPermission()) === "granted";
  if (granted) await worker();
  return granted;
}

/** The returned function takes the notification away again. */
function notify(words: string): () => void {
  if (!("Notification" in window) || Notification.permission !== "granted") return () => undefined;
  if (document.visibilityState === "visible") return () => undefined;
  const shown = show(words);
  return () => void shown.then((takeAway) => takeAway());
}

async function show(words: string): Promise<() => void> {
  const options = { icon: "/favicon.svg", tag: TAG };
  const registration = await worker();
  try {
    if (registration?.active) {
      await registration.showNotification(words, options);
      return () => void closeAll(registration);
    }
    const notification = new Notification(words, options);
    notification.onclick = () => {
      window.focus();
      notification.close();
    };
    return () => notification.close();
  } catch {
    // The right was taken back, or a phone has no worker for it yet.
    return () => undefined;
  }
}

async function closeAll(registration: ServiceWorkerRegistration): Promise<void> {
  const shown = await registration.getNotifications({ tag: TAG });
  for (const notification of shown) notification.close();
}

/** Phones show notifications only for pages with a service worker. */
async function worker(): Promise<ServiceWorkerRegistration | undefined> {
  return navigator.serviceWorker?.register("/sw.js").catch(() => undefined);
}
