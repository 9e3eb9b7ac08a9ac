import { expect, test } from "vitest";
import { Listing } from "./listing";

/** Two pages, [1, 2] and [3]. */
function twoPages(cursor?: string) {
  return Promise.resolve(cursor === undefined ? { items: [1, 2], next: "c" } : { items: [3] });
}

test("is read page by page until there is no more", async () => {
  const listing = new Listing(twoPages);

  await listing.start();
  expect(listing.state).toMatchObject({ items: [1, 2], phase: "ready", more: true });

  await listing.more();
  expect(listing.state).toMatchObject({ items: [1, 2, 3], phase: "ready", more: false });
});

test("keeps what it has when the next page fails, and tries that page again", async () => {
  let works = false;
  const listing = new Listing((cursor?: string) =>
    cursor !== undefined && !works ? Promise.reject(new Error("away")) : twoPages(cursor),
  );
  await listing.start();

  await listing.more();
  expect(listing.state).toMatchObject({ items: [1, 2], phase: "failed" });
  expect(listing.state.failure).toEqual(new Error("away"));

  works = true;
  await listing.more();
  expect(listing.state).toMatchObject({ items: [1, 2, 3], phase: "ready", failure: null });
});

test("begins anew without waiting for an answer that is on its way", async () => {
  const answers: ((items: number[]) => void)[] = [];
  const listing = new Listing<number>(
    () => new Promise((resolve) => answers.push((items) => resolve({ items }))),
  );
  const first = listing.start();
  const second = listing.start();

  answers[1]?.([2]);
  answers[0]?.([1]);
  await Promise.all([first, second]);

  expect(listing.state.items).toEqual([2]);
});

test("an item can be replaced and taken out", async () => {
  const listing = new Listing(twoPages);
  await listing.start();

  listing.replace((item) => item === 1, 7);
  listing.remove((item) => item === 2);

  expect(listing.state.items).toEqual([7]);
});
