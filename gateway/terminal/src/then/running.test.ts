import { expect, test } from "vitest";
import { broken, left, type Movement, reconciles } from "./running";

function moved(amount: string, after: string, asset = "USD", purse = "BALANCE"): Movement {
  return { id: after, asset, purse, kind: "TRADE", amount, after, reference: null, time: "t", sequence: 1 };
}

const WHOLE = [moved("-0.50", "99.50"), moved("2", "2", "BTC"), moved("-20.00", "100.00"), moved("120.00", "120.00")];

test("a running balance is whole, purse by purse", () => {
  expect(broken(WHOLE)).toBeNull();
  expect(broken([])).toBeNull();
  expect(broken([moved("-0.50", "99.51"), ...WHOLE.slice(1)])?.after).toBe("99.51");
  expect(broken([moved("5", "5", "USD", "MARGIN"), ...WHOLE])).toBeNull();
});

test("it comes to the balance of then, or does not", () => {
  expect(left(WHOLE, "USD", "BALANCE")).toBe("99.50");
  expect(reconciles(WHOLE, "USD", "99.5000")).toBe(true);
  expect(reconciles(WHOLE, "USD", "99.51")).toBe(false);
  expect(reconciles(WHOLE, "EUR", "7")).toBeNull();
});
