import { expect, test } from "vitest";
import { Book } from "../book/book";
import { intensity, momentOf, rowOf, ROWS, viewFor } from "./heat";

function book(bid: string, ask: string): Book {
  const made = new Book({ priceScale: 2, quantityScale: 0 });
  made.apply({ type: "SNAPSHOT", first: 1, last: 1, bids: [[bid, "10"]], asks: [[ask, "1000"]] });
  return made;
}

test("the large is hottest, the small is seen, nothing is nothing", () => {
  expect(intensity(1000n, 1000n)).toBe(255);
  expect(intensity(1n, 1_000_000n)).toBe(18);
  expect(intensity(0n, 1000n)).toBe(0);
});

test("a moment of the book: asks above, bids below, the best prices between", () => {
  const now = book("99.99", "100.01");
  const view = viewFor(now, 1n, null);
  if (!view) throw new Error("a view");
  const moment = momentOf(now, view);
  expect(moment.heat[moment.ask]).toBe(255);
  expect(moment.bid).toBe(moment.ask + 2);
  expect(moment.heat.filter((each) => each > 0)).toHaveLength(2);
  expect(rowOf(10001n, view)).toBe(moment.ask);
});

test("the picture stays where it is until the middle leaves it", () => {
  const view = viewFor(book("99.99", "100.01"), 1n, null);
  expect(viewFor(book("100.05", "100.07"), 1n, view)).toBe(view);
  const moved = viewFor(book("109.99", "110.01"), 1n, view);
  expect(moved?.centre).toBe(11000n);
  expect(rowOf(10000n, moved ?? { centre: 0n, step: 1n, count: ROWS })).toBe(-1);
});
