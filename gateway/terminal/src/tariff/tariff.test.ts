import { expect, test } from "vitest";
import { bodyOf, draftOf, EMPTY, fieldsOf, percent, type Schedule, tierWords } from "./tariff";

const SCHEDULE: Schedule = {
  schedule: 3, version: 2, asset: "USD", feePerLot: null, sequence: 9,
  tiers: [{ fromVolume: "0.00", makerFeeRate: "0.0010000", takerFeeRate: "0.0020000" }, { fromVolume: "1000000.00", makerFeeRate: "-0.0000500", takerFeeRate: "0.0015000" }],
};

test("rates are told in percent to the last digit", () => {
  expect(["0.0010000", "-0.0000500", "0", "0.0123456", "1.5"].map(percent)).toEqual(["0.1 %", "-0.005 %", "0 %", "1.23456 %", "150 %"]);
  expect(percent("much")).toBe("much");
  expect(tierWords(SCHEDULE.tiers[1]!)).toBe("from 1000000: -0.005 %, 0.15 %");
});

test("a schedule that is not touched is sent as it was", () => {
  expect(bodyOf(draftOf(SCHEDULE))).toEqual({ schedule: 3, asset: "USD", tiers: SCHEDULE.tiers });
  expect(bodyOf({ ...EMPTY, schedule: "next", feePerLot: " 0.01 " })).toMatchObject({ schedule: "next", feePerLot: "0.01" });
});

test("a refusal of one tier has its field", () => {
  expect(fieldsOf(draftOf(SCHEDULE))).toContain("tiers[1].takerFeeRate");
  expect(fieldsOf(EMPTY)).not.toContain("tiers[1].takerFeeRate");
});
