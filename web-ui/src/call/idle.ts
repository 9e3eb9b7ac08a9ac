/** Calls back as soon as the page is drawn and has nothing else to do, at the latest after `withinMs`; returns what takes that back. */
export function whenIdle(work: () => void, withinMs: number): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(work, 0);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: withinMs });
  return () => cancelIdleCallback(handle);
}
