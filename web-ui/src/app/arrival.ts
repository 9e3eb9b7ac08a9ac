/** Why somebody comes to this page: a sign-in or sign-out that came to nothing. */
export type Arrival = "cancelled" | "failed" | "unavailable" | "still-signed-in";

interface Page {
  location: Pick<Location, "hash" | "pathname" | "search">;
  history: Pick<History, "replaceState">;
}

/** Takes the reason out of the address, so that the page loaded again does not say it again. */
export function takeArrival({ location, history }: Page): Arrival | null {
  const parameters = new URLSearchParams(location.search);
  const signIn = parameters.get("signIn");
  const signOut = parameters.get("signOut");
  if (signIn === null && signOut === null) return null;
  parameters.delete("signIn");
  parameters.delete("signOut");
  const rest = parameters.toString();
  const search = rest === "" ? "" : `?${rest}`;
  history.replaceState(null, "", location.pathname + search + location.hash);
  return signOut === null ? failureOf(signIn) : "still-signed-in";
}

function failureOf(signIn: string | null): Arrival | null {
  return signIn === "cancelled" || signIn === "failed" || signIn === "unavailable" ? signIn : null;
}
