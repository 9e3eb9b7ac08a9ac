/** Why somebody comes to this page: a sign-in or sign-out that came to nothing, or the account was deleted. */
export type Arrival = "cancelled" | "failed" | "unavailable" | "still-signed-in" | "deleted";

type Keeps = () => Pick<Storage, "getItem" | "setItem" | "removeItem">;

interface Page {
  location: Pick<Location, "hash" | "pathname" | "search">;
  history: Pick<History, "replaceState">;
  storage: Keeps;
}

const FAREWELL = "stoa.farewell";

/** Takes the reason out of the address, so that the page loaded again does not say it again, or out of this tab's memory. */
export function takeArrival({ location, history, storage }: Page): Arrival | null {
  const parameters = new URLSearchParams(location.search);
  const signIn = parameters.get("signIn");
  const signOut = parameters.get("signOut");
  if (signIn === null && signOut === null) return takeFarewell(storage);
  parameters.delete("signIn");
  parameters.delete("signOut");
  const rest = parameters.toString();
  const search = rest === "" ? "" : `?${rest}`;
  history.replaceState(null, "", location.pathname + search + location.hash);
  return signOut === null ? failureOf(signIn) : "still-signed-in";
}

/** Lets the page after the sign-out say that the account was deleted. */
export function keepFarewell(storage: Keeps): void {
  attempt(() => storage().setItem(FAREWELL, "deleted"));
}

function takeFarewell(storage: Keeps): Arrival | null {
  const kept = attempt(() => storage().getItem(FAREWELL)) ?? null;
  if (kept === null) return null;
  attempt(() => storage().removeItem(FAREWELL));
  return "deleted";
}

function failureOf(signIn: string | null): Arrival | null {
  return signIn === "cancelled" || signIn === "failed" || signIn === "unavailable" ? signIn : null;
}

/** Somebody may have forbidden storage. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
