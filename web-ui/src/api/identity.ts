import type { Complete } from "./complete";
import { exchange, send, type Tokens } from "./http";
import type { components } from "./identity.types";

type Schemas = components["schemas"];

const BASE = "/api/identity/v1";

export type FieldName = Complete<Schemas["NamedField"]>;
export type Account = Complete<Schemas["Account"]>;
export type FieldFound = Complete<Schemas["FoundField"]>;

/** Why a session that was there is over. */
export type EndReason = "account-banned" | "account-deleted";

export type SessionAnswer =
  | { signedIn: false; reason?: EndReason; detail?: string }
  | { signedIn: true; account: Account; accessToken: string; expiresAt: string };

type AccountChange = Schemas["AccountChange"];

/** Where the browser goes to sign in, to come back to `returnTo` (a path of this origin). */
export function loginUrl(returnTo: string): string {
  return `${BASE}/login?returnTo=${encodeURIComponent(returnTo)}`;
}

/** Where a form is posted to sign out here and at the provider. */
export const LOGOUT_URL = `${BASE}/logout`;

/** Asks who is signed in. Renews the access token when it is about to end. */
export async function readSession(): Promise<SessionAnswer> {
  // The header shows that our own page asks: another site cannot set it.
  const response = await send(`${BASE}/session`, {
    headers: { "Stoa-Request": "web" },
    cache: "no-store",
  });
  return (await response.json()) as SessionAnswer;
}

/** Fields whose names match `query`, best first; the broad fields when it is empty. */
export async function searchFields(query: string, signal: AbortSignal): Promise<FieldFound[]> {
  const words = query.trim().slice(0, 100);
  const search = words === "" ? "" : `?q=${encodeURIComponent(words)}&limit=12`;
  const response = await send(`${BASE}/fields${search}`, { signal });
  return ((await response.json()) as { items: FieldFound[] }).items;
}

export function readAccount(tokens: Tokens): Promise<Account> {
  return exchange(tokens, "GET", `${BASE}/me`);
}

/** Deletes the account of who is signed in; its sessions and tokens are good for nothing more. */
export function deleteAccount(tokens: Tokens): Promise<void> {
  return exchange(tokens, "DELETE", `${BASE}/me`);
}

export function changeAccount(tokens: Tokens, change: AccountChange): Promise<Account> {
  return exchange(tokens, "PUT", `${BASE}/me`, change);
}
