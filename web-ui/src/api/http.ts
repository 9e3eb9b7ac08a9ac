export interface Violation {
  field: string;
  message: string;
}

/** A refusal by a service: problem details as RFC 9457 describes them. The message says what to do next. */
export class Problem extends Error {
  readonly status: number;
  /** What kind of problem, such as `/problems/ticket-state-conflict`. */
  readonly type: string;
  /** Everything else that the body said. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(status: number, members: Readonly<Record<string, unknown>>) {
    super(words(status, members));
    this.name = "Problem";
    this.status = status;
    this.type = typeof members.type === "string" ? members.type : "about:blank";
    this.members = members;
  }

  get violations(): Violation[] {
    return Array.isArray(this.members.violations) ? (this.members.violations as Violation[]) : [];
  }
}

/** No answer came: we are offline, or the service cannot be reached. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("Stoa can't be reached right now. Check your connection and try again.", { cause });
    this.name = "Unreachable";
  }
}

/** Nobody is signed in here any more. */
export class SignedOut extends Error {
  constructor() {
    super("You are signed out. Sign in again to go on.");
    this.name = "SignedOut";
  }
}

/** Hands out the access token of who is signed in. Both methods throw {@link SignedOut}. */
export interface Tokens {
  /** A token that is good for at least some seconds. */
  token(): Promise<string>;
  /** Another token than `refused`, which a service did not take. */
  replace(refused: string): Promise<string>;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Sends a request without a token. Throws {@link Problem} and {@link Unreachable}. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Unreachable(cause);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** Sends a request as who is signed in; a token that is refused is replaced once. */
export async function sendSigned(
  tokens: Tokens,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const token = await tokens.token();
  try {
    return await send(path, withToken(init, token));
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    return await send(path, withToken(init, await tokens.replace(token)));
  }
}

/** Sends JSON (when there is a body) as who is signed in, and reads JSON (when there is any). */
export async function exchange<T>(
  tokens: Tokens,
  method: Method,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const init: RequestInit = { method, headers };
  if (body !== undefined) {
    init.headers = { ...headers, "Content-Type": "application/json" };
    init.body = JSON.stringify(body);
  }
  const response = await sendSigned(tokens, path, init);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

function withToken(init: RequestInit, token: string): RequestInit {
  const headers = new Headers(init.headers);
  headers.set("Authorization", `Bearer ${token}`);
  return { ...init, headers };
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  return new Problem(response.status, isRecord(body) ? body : {});
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function words(status: number, members: Readonly<Record<string, unknown>>): string {
  if (typeof members.detail === "string" && members.detail !== "") return members.detail;
  if (status === 429) return "That was too many requests at once. Wait a moment and try again.";
  if (status === 404) return "This doesn't exist, or not any more.";
  if (status >= 500) return "Stoa can't do this right now. Try again in a moment.";
  return typeof members.title === "string" ? members.title : "That didn't work. Try again.";
}
