import { broken, elapsed, type Finding, fine, note } from "./finding";

/** What an access token says about time and whom it is for; times are in milliseconds since the epoch. */
export interface Claims {
  issuedAt: number;
  expiresAt: number;
  audience: readonly string[];
}

/** A request and its answer by our clock, and the answer's own time by the server's. */
export interface Exchange {
  asked: number;
  answered: number;
  server: number;
}

/** More than networks and whole seconds explain. */
const NOTABLE_MS = 2_000;
/** From here on tokens are used after they have ended. */
const HARMFUL_MS = 20_000;
/** Services take tokens only so long; docs/operations.md asks for no more. */
const LONGEST_TOKEN_MS = 300_000;
const AUDIENCE = "stoa-api";

/** Reads a token without verifying it; null when it is no JWT. */
export function readClaims(token: string): Claims | null {
  try {
    const part = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const claims = JSON.parse(atob(part)) as Record<string, unknown>;
    const { iat, exp, aud } = claims;
    if (typeof iat !== "number" || typeof exp !== "number") return null;
    const audience = (Array.isArray(aud) ? aud : [aud]).map(String);
    return { issuedAt: iat * 1_000, expiresAt: exp * 1_000, audience };
  } catch {
    return null;
  }
}

/** Whether the provider's token is what the services want. */
export function judgeToken(claims: Claims | null): Finding {
  if (claims === null) {
    return broken("The access token is no JWT: set the provider to give out JWTs.");
  }
  if (!claims.audience.includes(AUDIENCE)) {
    return broken(
      `The access token is not for “${AUDIENCE}”: add that audience to the provider's client.`,
    );
  }
  const lifetime = claims.expiresAt - claims.issuedAt;
  const words = `signed in, with a token that lives for ${elapsed(lifetime)}`;
  if (lifetime <= LONGEST_TOKEN_MS) return fine(`You are ${words}.`);
  return note(
    `You are ${words}: five minutes or less are safer, for a token cannot be taken back. Shorten it at the provider.`,
  );
}

/** How far our clock is ahead of the server's, in milliseconds; negative when it is behind. */
export function ahead({ asked, answered, server }: Exchange): number {
  if (server < asked) return asked - server;
  return server > answered ? answered - server : 0;
}

/** Whether browser, services and provider agree on the time. */
export function judgeClocks(exchange: Exchange, issuedAt: number): Finding {
  const skew = ahead(exchange);
  const size = Math.abs(skew);
  const providersLead = issuedAt - exchange.server;
  if (providersLead > NOTABLE_MS) {
    return broken(
      `The provider's clock is ${elapsed(providersLead)} ahead of matchmaking-service's: set both by network time (NTP), or fresh tokens are refused.`,
    );
  }
  const words = `This computer's clock is ${elapsed(size)} ${skew > 0 ? "ahead of" : "behind"} the server's`;
  if (size <= NOTABLE_MS) return fine("Browser, services and provider agree on the time.");
  if (size <= HARMFUL_MS) return note(`${words}: countdowns are off by that much here.`);
  return broken(`${words}: set whichever is wrong by network time (NTP).`);
}
