import { expect, test } from "vitest";
import { curveOf, percent } from "./curve";
import type { Worth } from "./shapes";

function worth(time: string, equity: string): Worth {
  return { time, equity, profit: "1.00", price: "0", fees: "0", funding: "0", transfers: equity === "0.00" ? "0.00" : "5.00", sequence: 1 };
}

test("a curve begins with the first money and ends now", () => {
  const items = [worth("2026-11-22T13:00:00Z", "0.00"), worth("2026-11-22T13:01:00Z", "10.50"), worth("2026-11-22T13:03:00Z", "11.00")];
  const [times, equity] = curveOf(items, worth("2026-11-22T13:02:30Z", "12.00"));
  expect(equity).toEqual([10.5, 12]);
  expect(times.length).toBe(2);
  expect(curveOf([], null)).toEqual([[], [], []]);
});

test("a fraction becomes a percentage without a float", () => {
  expect(percent("-0.0123")).toBe("-1.23 %");
  expect(percent("0.5")).toBe("50.00 %");
  expect(percent("1.2345")).toBe("123.45 %");
  expect(percent("0.0001030")).toBe("0.01 %");
  expect(percent(null)).toBe("–");
  expect(percent("NaN")).toBe("–");
});
