import { expect, test } from "vitest";
import { SignedOut } from "../api/http";
import { followNewLinks, GuestSession, takeToken } from "./guest-session";

function page(hash: string, stored: Record<string, string> = {}) {
  const addresses: string[] = [];
  return {
    addresses,
    stored,
    location: { hash, pathname: "/join", search: "" },
    history: {
      replaceState: (_data: unknown, _unused: string, address: string) => {
        addresses.push(address);
      },
    },
    storage: () => ({
      getItem: (key: string) => stored[key] ?? null,
      setItem: (key: string, value: string) => {
        stored[key] = value;
      },
    }),
  };
}

test("the token is taken out of the address and kept for the next load of the page", () => {
  const first = page("#abc");

  expect(takeToken(first)).toBe("abc");
  expect(first.addresses).toEqual(["/join"]);

  expect(takeToken(page("", first.stored))).toBe("abc");
});

test("a new link wins over the one before", () => {
  const stored = { "stoa.join": "old" };

  expect(takeToken(page("#new", stored))).toBe("new");
});

test("another link in the same tab loads the page anew", () => {
  let loads = 0;
  const location = { hash: "", reload: () => void loads++ };
  const view = Object.assign(new EventTarget(), { location });
  followNewLinks(view as unknown as Window);

  view.dispatchEvent(new Event("hashchange"));
  expect(loads).toBe(0);

  location.hash = "#new";
  view.dispatchEvent(new Event("hashchange"));
  expect(loads).toBe(1);
});

test("the token is good for this load even where nothing can be stored", () => {
  const noStorage = {
    ...page("#abc"),
    storage: () => {
      throw new DOMException("denied", "SecurityError");
    },
  };

  expect(takeToken(noStorage)).toBe("abc");
  expect(takeToken({ ...noStorage, location: { hash: "", pathname: "/join", search: "" } })).toBe(
    null,
  );
});

test("a token that is refused ends the visit", async () => {
  const session = new GuestSession("abc");
  expect(await session.token()).toBe("abc");

  await expect(session.replace()).rejects.toThrow(SignedOut);

  expect(session.state.phase).toBe("refused");
  await expect(session.token()).rejects.toThrow(SignedOut);
});

test("without a token nobody is there", () => {
  expect(new GuestSession(null).state.phase).toBe("none");
});

test("knows from a refused token whether its time was over", async () => {
  const claims = btoa(JSON.stringify({ sub: "ext_1", exp: 1000 })).replaceAll("=", "");
  const session = new GuestSession(`e30.${claims}.sig`);

  await expect(session.replace()).rejects.toThrow(SignedOut);

  expect(session.state.phase).toBe("expired");
});
