import { vi } from "vitest";

export interface Request {
  path: string;
  method: string;
  headers: Headers;
  body: unknown;
  signal: AbortSignal | null;
}

type Answer = Response | Error | ((request: Request) => Response);

/** Answers the requests of a test in the order given; the last answer is repeated. */
export function fakeFetch(...answers: Answer[]): Request[] {
  const requests: Request[] = [];
  vi.stubGlobal("fetch", (path: string, init: RequestInit = {}) => {
    const request = {
      path,
      method: init.method ?? "GET",
      headers: new Headers(init.headers),
      body: typeof init.body === "string" ? (JSON.parse(init.body) as unknown) : null,
      signal: init.signal ?? null,
    };
    requests.push(request);
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    if (answer === undefined || answer instanceof Error) {
      return Promise.reject(answer ?? new TypeError("nothing answers"));
    }
    return Promise.resolve(typeof answer === "function" ? answer(request) : answer.clone());
  });
  return requests;
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status });
}

/** Tokens that are called t1, t2 and so on, each replaced when it is refused. */
export function countedTokens() {
  let count = 1;
  return {
    token: () => Promise.resolve(`t${count}`),
    replace: () => Promise.resolve(`t${++count}`),
  };
}
