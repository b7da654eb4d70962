import { expect, test } from "vitest";
import type { Term } from "./MarketsView";
import { inForce, PARAMETERS, titleOf, unitOf, wrongValue } from "./parameters";

const TERM = { tickSize: "0.05", collar: null, makerFeeRate: "0.001" } as unknown as Term;

test("what was never changed is as it was listed", () => {
  expect(inForce("TICK", {}, TERM)).toBe("0.05");
  expect(inForce("TICK", { TICK: "0.1" }, TERM)).toBe("0.1");
  expect(inForce("COLLAR_TICKS", { COLLAR_TICKS: null }, TERM)).toBeNull();
  expect(inForce("BUY_BAND_LOW_BPS", {}, TERM)).toBeNull();
});

test("a value is what its parameter is written in", () => {
  expect(wrongValue("COLLAR_TICKS", "500.00")).toBeNull();
  expect(wrongValue("MIN_QUANTITY_LOTS", "0.001")).toBeNull();
  expect(wrongValue("TICK", "")).toBeNull();
  expect(wrongValue("TICK", "a lot")).toContain("a step");
  expect(wrongValue("MATCHING_ALGORITHM", "PRO_RATA")).toBeNull();
  expect(unitOf("REFERENCE_PRICE_TICKS")).toBe("a price");
  expect(titleOf("REFERENCE_PRICE_TICKS")).toBe("Reference price");
});

test("no parameter stands in two subjects", () => {
  const all = PARAMETERS.flatMap(([, names]) => names);
  expect(new Set(all).size).toBe(all.length);
});
