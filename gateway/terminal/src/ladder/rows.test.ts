import { expect, test } from "vitest";
import { Book } from "../book/book";
import { groupFor, isInSight, middle, rowsOf } from "./rows";

function book(bids: [string, string][], asks: [string, string][]): Book {
  const made = new Book({ priceScale: 2, quantityScale: 0 });
  made.apply({ type: "SNAPSHOT", first: 1, last: 1, bids, asks });
  return made;
}

const USUAL = book([["100.00", "1"], ["99.99", "2"], ["99.90", "4"]], [["100.02", "3"], ["100.05", "5"]]);

test("prices stand where they are, highest first, with depth from the best on", () => {
  const rows = rowsOf(USUAL, { centre: 10001n, step: 1n, count: 5 });
  expect(rows).toEqual([
    { price: 10003n, bid: 0n, ask: 0n, depth: 0n },
    { price: 10002n, bid: 0n, ask: 3n, depth: 3n },
    { price: 10001n, bid: 0n, ask: 0n, depth: 0n },
    { price: 10000n, bid: 1n, ask: 0n, depth: 1n },
    { price: 9999n, bid: 2n, ask: 0n, depth: 3n },
  ]);
});

test("groups round away from the middle, so that none shows a better price than there is", () => {
  const rows = rowsOf(USUAL, { centre: 10000n, step: 5n, count: 5 });
  expect(rows.map((row) => [row.price, row.bid, row.ask, row.depth])).toEqual([
    [10010n, 0n, 0n, 0n],
    [10005n, 0n, 8n, 8n],
    [10000n, 1n, 0n, 1n],
    [9995n, 2n, 0n, 3n],
    [9990n, 4n, 0n, 7n],
  ]);
});

test("the middle is between the best prices, of one side its best, of none nothing", () => {
  expect(middle(USUAL, 1n)).toBe(10001n);
  expect(middle(USUAL, 5n)).toBe(10000n);
  expect(middle(book([], [["7.00", "1"]]), 1n)).toBe(700n);
  expect(middle(book([], []), 1n)).toBeNull();
});

test("what has moved out of sight is found", () => {
  const view = { centre: 10000n, step: 1n, count: 20 };
  expect(isInSight(10007n, view)).toBe(true);
  expect(isInSight(10008n, view)).toBe(false);
  expect(isInSight(9992n, view)).toBe(false);
});

test("a wide book is grouped until it is in sight", () => {
  expect(groupFor(USUAL, 1n, 20)).toBe(1);
  expect(groupFor(book([["90.00", "1"]], [["110.00", "1"]]), 1n, 24)).toBe(100);
  expect(groupFor(book([], []), 1n, 24)).toBe(1);
});
