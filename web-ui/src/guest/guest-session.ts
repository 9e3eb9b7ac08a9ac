import { SignedOut, type Tokens } from "../api/http";
import { Store } from "../store";

export interface GuestState {
  /** `none`: the link had no token; `refused`: the service doesn't take it. */
  phase: "open" | "none" | "expired" | "refused";
  account: { displayName: string } | null;
}

const KEY = "stoa.join";

/** Somebody who came by a join link: its token stands for them, and can't be renewed. */
export class GuestSession extends Store<GuestState> implements Tokens {
  readonly #token: string | null;

  constructor(token: string | null) {
    super({ phase: token === null ? "none" : "open", account: null });
    this.#token = token;
  }

  token(): Promise<string> {
    if (this.#token === null || this.state.phase !== "open") return Promise.reject(new SignedOut());
    return Promise.resolve(this.#token);
  }

  replace(): Promise<string> {
    const endsAt = expiryOf(this.#token ?? "");
    this.set({ phase: endsAt !== null && endsAt < Date.now() ? "expired" : "refused" });
    return Promise.reject(new SignedOut());
  }
}

interface Page {
  location: Pick<Location, "hash" | "pathname" | "search">;
  history: Pick<History, "replaceState">;
  storage: () => Pick<Storage, "getItem" | "setItem">;
}

/**
 * Takes the token out of the address, where it would be seen and shared, and keeps it for this tab, so that the page
 * can be loaded again in the middle of a call.
 */
export function takeToken({ location, history, storage }: Page): string | null {
  const token = location.hash.slice(1);
  if (token === "") return attempt(() => storage().getItem(KEY)) ?? null;
  history.replaceState(null, "", location.pathname + location.search);
  attempt(() => storage().setItem(KEY, token));
  return token;
}

/** Begins anew when another link is opened in this tab: then only what stands behind the # changes, and nothing is loaded. */
export function followNewLinks(view: Pick<Window, "addEventListener" | "location">): void {
  view.addEventListener("hashchange", () => {
    if (view.location.hash.length > 1) view.location.reload();
  });
}

/** Another site's frame may have no storage. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** When a token ends, in milliseconds since the epoch; null when it doesn't say. */
function expiryOf(token: string): number | null {
  const claims = attempt(() => {
    const part = token.split(".")[1] ?? "";
    return JSON.parse(atob(part.replaceAll("-", "+").replaceAll("_", "/"))) as { exp?: unknown };
  });
  return typeof claims?.exp === "number" ? claims.exp * 1000 : null;
}
