import { expect, test } from "vitest";
import { keepFarewell, takeArrival } from "./arrival";

function page(search: string, stored = new Map<string, string>()) {
  const addresses: string[] = [];
  return {
    addresses,
    location: { hash: "#top", pathname: "/", search },
    history: {
      replaceState: (_data: unknown, _unused: string, address: string) => {
        addresses.push(address);
      },
    },
    storage: () => ({
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => {
        stored.set(key, value);
      },
      removeItem: (key: string) => {
        stored.delete(key);
      },
    }),
  };
}

test.each(["cancelled", "failed", "unavailable"])(
  "a sign-in that was %s is told, and not again when the page is loaded again",
  (reason) => {
    const arriving = page(`?signIn=${reason}&a=b%20c`);

    expect(takeArrival(arriving)).toBe(reason);

    expect(arriving.addresses).toEqual(["/?a=b+c#top"]);
  },
);

test("a sign-out that could not be done is told", () => {
  const arriving = page("?signOut=unavailable");

  expect(takeArrival(arriving)).toBe("still-signed-in");

  expect(arriving.addresses).toEqual(["/#top"]);
});

test("what nobody has told us to say is not said", () => {
  const arriving = page("?signIn=%3Cb%3Ehello");

  expect(takeArrival(arriving)).toBeNull();

  expect(arriving.addresses).toEqual(["/#top"]);
});

test("another address stays as it is", () => {
  const arriving = page("?q=1");

  expect(takeArrival(arriving)).toBeNull();

  expect(arriving.addresses).toEqual([]);
});

test("a deleted account is taken leave of once, after the sign-out", () => {
  const stored = new Map<string, string>();
  keepFarewell(page("", stored).storage);

  expect(takeArrival(page("?signOut=unavailable", stored))).toBe("still-signed-in");
  expect(takeArrival(page("", stored))).toBe("deleted");
  expect(takeArrival(page("", stored))).toBeNull();
});

test("without storage nothing is kept, and nothing breaks", () => {
  const storage = () => {
    throw new DOMException("denied", "SecurityError");
  };

  keepFarewell(storage);

  expect(takeArrival({ ...page(""), storage })).toBeNull();
});
