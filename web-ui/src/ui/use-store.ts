import { useSyncExternalStore } from "react";
import type { Store } from "../store";

/** Renders again when the state changes. */
export function useStore<S extends object>(store: Store<S>): Readonly<S> {
  return useSyncExternalStore(store.subscribe, () => store.state);
}

/** Renders again when what `select` takes out of the state changes; it must not make new objects. */
export function useStorePart<S extends object, P>(store: Store<S>, select: (state: S) => P): P {
  return useSyncExternalStore(store.subscribe, () => select(store.state));
}
