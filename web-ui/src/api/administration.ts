import { exchange, type Tokens } from "./http";
import type { components } from "./identity.types";
import type { components as matchmaking } from "./matchmaking.types";
import type { Page, RoomPass } from "./model";

type Schemas = components["schemas"];
type MatchmakingSchemas = matchmaking["schemas"];

const BASE = "/api/identity/v1/accounts";

/** An account as administrators see it. */
export type AdministeredAccount = Schemas["AdministeredAccount"];
export type AdministeredField = Schemas["AdministeredField"];

/** Which accounts to look for. */
export interface AccountSearch {
  /** Part of a name; empty for all. */
  name: string;
  /** Only those with a field that nobody has verified. */
  awaiting: boolean;
}

export function findAccounts(
  tokens: Tokens,
  { name, awaiting }: AccountSearch,
  cursor?: string,
): Promise<Page<AdministeredAccount>> {
  const query = new URLSearchParams({ limit: "20" });
  if (name !== "") query.set("q", name);
  if (awaiting) query.set("awaiting", "true");
  if (cursor !== undefined) query.set("cursor", cursor);
  return exchange(tokens, "GET", `${BASE}?${query.toString()}`);
}

/** Says whether somebody knows a field. */
export function verifyField(
  tokens: Tokens,
  id: string,
  code: string,
  verified: boolean,
): Promise<void> {
  const path = `${BASE}/${encodeURIComponent(id)}/verifications/${code}`;
  return exchange(tokens, verified ? "PUT" : "DELETE", path);
}

/** Shuts an account out; the person is told the reason. */
export function banAccount(tokens: Tokens, id: string, reason: string): Promise<void> {
  return exchange(tokens, "PUT", `${BASE}/${encodeURIComponent(id)}/ban`, { reason });
}

export function unbanAccount(tokens: Tokens, id: string): Promise<void> {
  return exchange(tokens, "DELETE", `${BASE}/${encodeURIComponent(id)}/ban`);
}

/** A ticket in the sandbox, whose learner this page plays with `token`. */
export type SelfTest = MatchmakingSchemas["SelfTest"];

const SELF_TESTS = "/api/matchmaking/v1/self-tests";

export function beginSelfTest(tokens: Tokens): Promise<SelfTest> {
  return exchange(tokens, "POST", SELF_TESTS);
}

/** A pass for the place of the simulated expert in the self-test's room. */
export function expertsPass(tokens: Tokens, id: string, nonce: string): Promise<RoomPass> {
  return exchange(tokens, "POST", `${SELF_TESTS}/${id}/pass`, { nonce });
}
