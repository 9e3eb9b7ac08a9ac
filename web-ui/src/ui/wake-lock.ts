import { useEffect } from "react";

/** Keeps the screen on while the component is there and the page is looked at. */
export function useWakeLock(): void {
  useEffect(() => {
    if (!("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let gone = false;
    const take = async () => {
      if (document.visibilityState !== "visible") return;
      // A refusal (low battery) is the system's right.
      lock = await navigator.wakeLock.request("screen").catch(() => null);
      if (gone) await lock?.release();
    };
    const look = () => void take();
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      gone = true;
      document.removeEventListener("visibilitychange", look);
      void lock?.release();
    };
  }, []);
}
