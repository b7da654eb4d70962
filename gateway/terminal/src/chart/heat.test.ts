import { expect, test } from "vitest";
import { Book } from "../book/book";
import { COLUMNS, intensity, type Moment, momentOf, rowOf, ROWS, viewFor } from "./heat";
import { HeatRing, rgb } from "./HeatRing";
import { type Part, stretches } from "./heatPast";

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

function moment(bid: number): Moment {
  return { heat: new Uint8Array(ROWS), bid, ask: bid - 2 };
}

test("moments lie by time: what comes late fills where nothing was seen, and what is too old is gone", () => {
  const ring = new HeatRing(null);
  ring.put(1_000, 1_000, moment(10));
  ring.put(1_003, 1_003, moment(11));
  ring.put(900, 1_002, moment(7));
  expect([899, 900, 999, 1_000, 1_001, 1_002, 1_003].map((column) => ring.at(column)?.bid)).toEqual([undefined, 7, 7, 10, 7, 7, 11]);
  ring.put(1_003 + COLUMNS, 1_003 + COLUMNS, moment(12));
  expect(ring.at(1_003)).toBeUndefined();
  ring.put(0, 500, moment(1));
  expect(ring.at(500)).toBeUndefined();
});

test("colours are read as the theme writes them", () => {
  expect(rgb("#43bd91")).toEqual([67, 189, 145]);
  expect(rgb("red")).toEqual([128, 128, 128]);
});

const NOW = Date.parse("2026-11-22T12:00:00Z");
const BACK = (seconds: number): string => new Date(NOW - seconds * 1_000).toISOString();

test("the past is asked for at frames that were the last before each moment, each once, oldest first", () => {
  const parts: Part[] = [{ first: 1, last: 50, to: BACK(300) }, { first: 51, last: 80, to: BACK(61) }, { first: 81, last: 99, to: BACK(0) }];
  expect(stretches(parts, NOW)).toEqual([
    { sequence: 50, fromMillis: NOW - 120_000, toMillis: NOW - 60_000 },
    { sequence: 80, fromMillis: NOW - 60_000, toMillis: NOW },
  ]);
});

test("of a journal that is younger than the picture only what there is is asked for", () => {
  const young: Part[] = [{ first: 1, last: 9, to: BACK(12) }, { first: 10, last: 11, to: BACK(6) }];
  expect(stretches(young, NOW)).toEqual([
    { sequence: 9, fromMillis: NOW - 12_000, toMillis: NOW - 6_000 },
    { sequence: 11, fromMillis: NOW - 6_000, toMillis: NOW },
  ]);
  expect(stretches([], NOW)).toEqual([]);
});
