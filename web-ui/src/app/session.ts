import { SignedOut, type Tokens } from "../api/http";
import { readSession, type Account, type EndReason } from "../api/identity";
import { Store } from "../store";

export type SessionState =
  | { phase: "loading" | "signed-out" | "expired" | "deleted" | "unreachable"; account: null }
  | { phase: "banned"; account: null; words: string }
  | { phase: "signed-in"; account: Account };

/** A token with less to live than this is renewed before it is used, in milliseconds. */
const MARGIN_MS = 20_000;

/** Who is signed in. Keeps the access token in memory only. */
export class Session extends Store<SessionState> implements Tokens {
  #token = "";
  #goodUntil = 0;
  #reading: Promise<void> | null = null;

  constructor() {
    super({ phase: "loading", account: null });
  }

  /** Asks who is signed in; call again to retry when it is `unreachable`. */
  async start(): Promise<void> {
    try {
      await this.#read();
    } catch {
      this.set({ phase: "unreachable", account: null });
    }
  }

  async token(): Promise<string> {
    if (Date.now() > this.#goodUntil - MARGIN_MS) await this.#read();
    return this.#current();
  }

  async replace(refused: string): Promise<string> {
    // Another request may have brought a new one in the meantime.
    if (refused === this.#token) await this.#read();
    return this.#current();
  }

  /** Asks again what the account is. */
  async renew(): Promise<void> {
    // Without an answer, what was known still holds.
    await this.#read().catch(() => undefined);
  }

  /** Takes over what the account has become. */
  changed(account: Account): void {
    this.set({ phase: "signed-in", account });
  }

  #current(): string {
    if (this.#token === "") throw new SignedOut();
    return this.#token;
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readOnce().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readOnce(): Promise<void> {
    const answer = await readSession();
    if (answer.signedIn) {
      this.#token = answer.accessToken;
      this.#goodUntil = Date.parse(answer.expiresAt);
      this.set({ phase: "signed-in", account: answer.account });
      return;
    }
    this.#token = "";
    this.#goodUntil = 0;
    this.set(this.#ended(answer.reason, answer.detail));
  }

  #ended(reason: EndReason | undefined, detail: string | undefined): SessionState {
    const { phase } = this.state;
    if (reason === "account-banned") {
      return { phase: "banned", account: null, words: detail ?? "This account has been banned." };
    }
    if (reason === "account-deleted") return { phase: "deleted", account: null };
    // Why it ended is said only once.
    if (phase === "banned" || phase === "deleted") return this.state;
    const wasSignedIn = phase === "signed-in" || phase === "expired";
    return { phase: wasSignedIn ? "expired" : "signed-out", account: null };
  }
}
