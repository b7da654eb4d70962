import { expect, test } from "vitest";
import { bodyOf, NO_WISH } from "./wish";

test("only what was chosen is sent", () => {
  expect(bodyOf(NO_WISH)).toEqual({ kind: "MARKET_DATA" });
  expect(bodyOf({ ...NO_WISH, kind: "INSTRUMENT", symbol: " BTC-USD ", minPriority: "HIGH" })).toEqual({ kind: "INSTRUMENT", symbol: "BTC-USD", minPriority: "HIGH" });
});

test("types are of a subscription that is made of them, and of no other", () => {
  const types = ["ORDER_FILLED"];
  expect(bodyOf({ ...NO_WISH, kind: "CUSTOM", types, filter: "value > 10" })).toEqual({ kind: "CUSTOM", types, filter: "value > 10" });
  expect(bodyOf({ ...NO_WISH, kind: "MY_TRADING", types })).toEqual({ kind: "MY_TRADING" });
});
