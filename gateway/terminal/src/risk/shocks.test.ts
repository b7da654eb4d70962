import { expect, test } from "vitest";
import { shocksOf } from "./shocks";

test("moves are read from a line", () => {
  expect(shocksOf("-10, +5%; 2.5", "")).toEqual([{ percent: "-10" }, { percent: "5" }, { percent: "2.5" }]);
  expect(shocksOf("lots", " BTC-PERP ")).toEqual([{ percent: "lots", symbol: "BTC-PERP" }]);
  expect(shocksOf(" ", "")).toEqual([]);
});
