import { expect, test } from "vitest";
import { takeArrival } from "./arrival";

function page(search: string) {
  const addresses: string[] = [];
  return {
    addresses,
    location: { hash: "#top", pathname: "/", search },
    history: {
      replaceState: (_data: unknown, _unused: string, address: string) => {
        addresses.push(address);
      },
    },
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
