import { expect, test } from "vitest";
import { brief, gist } from "./gist";
import type { Frame } from "./shapes";

test("a row says what is not said beside it", () => {
  const summary = "NewOrder account=104 instrument=1 (BTC-USD) priceTicks=5010000 (50100.00) quoteAmountMinor=0 (0.00000000 USD) side=BUY postOnly=NO → OrderAccepted, TradeExecuted ×2";
  expect(gist({ summary, type: "NewOrder" } as Frame)).toBe("price 50100.00 BUY → OrderAccepted, TradeExecuted ×2");
});

test("what is another's is told as it is", () => {
  expect(gist({ summary: "Another's command → TradeExecuted", type: null } as Frame)).toBe("Another's command → TradeExecuted");
  expect(brief("NewOrder", "NewOrder")).toBe("");
});
