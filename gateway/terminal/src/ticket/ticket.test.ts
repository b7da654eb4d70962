import { describe, expect, test } from "vitest";
import { Problem } from "../api/problem";
import type { Instrument } from "../market/shapes";
import { faultsOf, isWhole } from "./checks";
import { BLANK, type Draft } from "./draft";
import { fieldOf } from "./refused";
import { bodyOf, TYPES } from "./terms";

const BTC = {
  symbol: "BTC-USD", base: "BTC", quote: "USD", tickSize: "0.01", lotSize: "0.00001", minQuantity: "0.0001", maxQuantity: "1000",
  minNotional: "10.00", priceScale: 2, quantityScale: 5,
} as Instrument;

function draft(of: Partial<Draft>): Draft {
  return { ...BLANK, ...of };
}

describe("what is sent", () => {
  test("of a limit order", () => {
    expect(bodyOf(draft({ price: "100.00 ", quantity: "0.5" }), "BTC-USD", "k")).toEqual({
      symbol: "BTC-USD", side: "BUY", type: "LIMIT", timeInForce: "GTC", price: "100.00", quantity: "0.5", clientOrderId: "k",
    });
  });

  test("of a market order by amount, without what was typed for other types", () => {
    const typed = draft({ type: "MARKET", price: "7", isByAmount: true, quoteAmount: "500", quantity: "3", postOnly: "REJECT", hidden: true });
    expect(bodyOf(typed, "BTC-USD")).toEqual({ symbol: "BTC-USD", side: "BUY", type: "MARKET", quoteAmount: "500" });
  });

  test("of a trailing stop", () => {
    const typed = draft({ type: "TRAILING_STOP", side: "SELL", quantity: "1", trailing: "150", activationPrice: "90.00", triggerPrice: "5" });
    expect(bodyOf(typed, "X")).toEqual({
      symbol: "X", side: "SELL", type: "TRAILING_STOP", timeInForce: "GTC", quantity: "1", triggerSource: "LAST", activationPrice: "90.00", trailingBps: 150,
    });
  });

  test("of an iceberg that is no taker, to a date", () => {
    const typed = draft({ price: "1", quantity: "9", displayQuantity: "2", postOnly: "SLIDE", timeInForce: "GTD", expireTime: "2027-01-01T00:00:00Z" });
    expect(bodyOf(typed, "X")).toMatchObject({ displayQuantity: "2", postOnly: "SLIDE", expireTime: "2027-01-01T00:00:00.000Z" });
  });

  test("names its type always", () => {
    for (const [type] of TYPES) expect(bodyOf(draft({ type }), "X")["type"]).toBe(type);
  });
});

describe("what is typed is held against the market's filters", () => {
  const faults = (of: Partial<Draft>) => faultsOf(draft(of), BTC);

  test("nothing is wrong with what is right or not there yet", () => {
    expect(faults({})).toEqual({});
    expect(faults({ price: "100.01", quantity: "0.5" })).toEqual({});
    expect(isWhole(draft({ price: "100.01" }))).toBe(false);
    expect(isWhole(draft({ price: "100.01", quantity: "0.5" }))).toBe(true);
    expect(isWhole(draft({ type: "STOP", quantity: "1" }))).toBe(false);
  });

  test("each field says what it wants", () => {
    expect(faults({ price: "100.005" })).toEqual({ price: "In steps of 0.01" });
    expect(faults({ price: "<b>", quantity: "1e3" })).toEqual({ price: "A decimal number, such as 100.50", quantity: "A decimal number, such as 0.5" });
    expect(faults({ quantity: "0" })).toEqual({ quantity: "Above zero" });
    expect(faults({ quantity: "0.00005" })).toEqual({ quantity: "0.0001 or more" });
    expect(faults({ quantity: "1000.1" })).toEqual({ quantity: "1000 or less" });
    expect(faults({ quantity: "0.000001" })).toEqual({ quantity: "In steps of 0.00001" });
    expect(faults({ price: "100.00", quantity: "0.01" })).toEqual({ quantity: "Worth 10.00 USD or more" });
    expect(faults({ quantity: "1", displayQuantity: "2" })).toEqual({ displayQuantity: "Not above the quantity" });
    expect(faults({ type: "TRAILING_STOP", trailing: "0" })).toEqual({ trailing: "1 or more" });
    expect(faults({ type: "PEGGED", pegOffsetTicks: "x" })).toEqual({ pegOffsetTicks: "A whole number" });
    expect(faults({ type: "MARKET", isByAmount: true, quoteAmount: "-1" })).toEqual({ quoteAmount: "Above zero" });
  });
});

test("a refusal finds its field", () => {
  const refused = (code: string, field?: string) => fieldOf(new Problem({ status: 422, code, title: "", ...(field && { field }) }));
  expect(refused("INSUFFICIENT_FUNDS")).toBe("quantity");
  expect(refused("POST_ONLY_WOULD_TAKE")).toBe("postOnly");
  expect(refused("INVALID_VALUE", "trailingBps")).toBe("trailing");
  expect(refused("INVALID_VALUE", "price")).toBe("price");
  expect(refused("MARKET_HALTED")).toBeNull();
  expect(fieldOf(null)).toBeNull();
});
