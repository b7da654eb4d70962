import { expect, test } from "vitest";
import type { Step } from "../explorer/shapes";
import { laneRows } from "./lanes";

test("an order's life has what happened in its lane", () => {
  const step = {
    sequence: 9, time: "t", type: "NewOrder",
    events: [
      { type: "OrderAccepted", isFill: false, words: "accepted", postings: [] },
      { type: "TradeExecuted", isFill: true, words: "TradeExecuted priceTicks=1000 (10.00) quantityLots=2 (2)", postings: [{ account: "7", asset: "USD", kind: "TRADE", amount: "-20" }] },
    ],
    postings: [{ account: "7", asset: "BTC", kind: "FEE", amount: "2" }],
  } as unknown as Step;
  expect(laneRows([step])).toEqual([
    { sequence: 9, time: "t", cells: [["NewOrder"], ["OrderAccepted"], ["2 at 10.00"], ["-20 USD (7, trade)", "+2 BTC (7, fee)"]] },
  ]);
});
