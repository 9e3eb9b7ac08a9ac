import { type ComponentType, useEffect, useState } from "react";
import { Loading } from "./loading";

/** A page whose code comes later, or was fetched ahead. */
export interface Loadable<P> {
  Page: ComponentType<P>;
  preload: () => Promise<void>;
}

/** Like React's `lazy`, but a page whose code is here shows at once: Suspense may hold it back for 300 ms. */
export function loadable<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
): Loadable<P> {
  let loaded: ComponentType<P> | null = null;

  async function preload(): Promise<void> {
    loaded ??= (await load()).default;
  }

  function Page(props: P) {
    const [Loaded, setLoaded] = useState(() => loaded);
    const [failure, setFailure] = useState<Error | null>(null);
    useEffect(() => {
      if (Loaded) return;
      preload()
        .then(() => setLoaded(() => loaded))
        .catch((cause: unknown) => setFailure(new Error("Code could not be loaded", { cause })));
    }, [Loaded]);
    // The error boundary offers to load the page again: a newer version may have taken the place of this one.
    if (failure) throw failure;
    return Loaded ? <Loaded {...props} /> : <Loading />;
  }

  return { Page, preload };
}
