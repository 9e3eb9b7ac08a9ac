import { chime } from "./chime";

/**
 * Chimes, marks the tab, and shows a notification of the system when the page is not looked at and may do so. The
 * returned function takes the marks away again.
 */
export function callAttention(words: string): () => void {
  const title = document.title;
  document.title = `● ${words} · Stoa`;
  chime();
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(200);
  const notification = notify(words);
  return () => {
    document.title = title;
    notification?.close();
  };
}

/** Whether the system could show notifications of this page if somebody allowed it. */
export function canAskToNotify(): boolean {
  return "Notification" in window && Notification.permission === "default" && window.top === window;
}

/** Asks for the right to show notifications; must follow from a click. */
export async function askToNotify(): Promise<boolean> {
  return (await Notification.requestPermission()) === "granted";
}

function notify(words: string): Notification | null {
  if (!("Notification" in window) || Notification.permission !== "granted") return null;
  if (document.visibilityState === "visible") return null;
  try {
    const notification = new Notification(words, { icon: "/favicon.svg", tag: "stoa" });
    notification.onclick = () => {
      window.focus();
      notification.close();
    };
    return notification;
  } catch {
    // Phones have notifications only for pages with a service worker.
    return null;
  }
}
