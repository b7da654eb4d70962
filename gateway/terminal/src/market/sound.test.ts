import { expect, test } from "vitest";
import { toneOf } from "./sound";

const TRADE = { id: "1", price: "50000.00", quantity: "0.5", takerSide: "BUY", liquidation: false, time: "", sequence: 1 } as const;

test("a buyer who takes sounds high, a seller low, and large ones louder up to a bound", () => {
  const [buy, sell, large, huge] = [TRADE, { ...TRADE, takerSide: "SELL" } as const, { ...TRADE, quantity: "5" }, { ...TRADE, quantity: "900000" }].map((each) => toneOf(each, false, 1_000));
  expect(buy?.hertz).toBeGreaterThan(sell?.hertz ?? 0);
  expect(large?.gain).toBeGreaterThan(buy?.gain ?? 1);
  expect(huge?.gain).toBe(0.16);
});

test("nothing is heard of a page that nobody sees, nor of many at once", () => {
  expect(toneOf(TRADE, true, 1_000)).toBeNull();
  expect(toneOf(TRADE, false, 59)).toBeNull();
  expect(toneOf(TRADE, false, 60)).not.toBeNull();
  expect(toneOf({ ...TRADE, quantity: "much" }, false, 1_000)).toBeNull();
});
