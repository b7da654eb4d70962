import { expect, test } from "vitest";
import { catches, type Net } from "./touched";

const ALL: Net = { account: "", symbol: "", side: "", lowest: "", highest: "" };

test("a net without bounds catches everything, stops without a price too", () => {
  expect(catches(ALL, "BUY", "10.00")).toBe(true);
  expect(catches(ALL, "SELL", null)).toBe(true);
});

test("side and both bounds hold, the bounds themselves included", () => {
  const net = { ...ALL, side: "SELL", lowest: "100", highest: "101.50" };
  expect(catches(net, "BUY", "100.50")).toBe(false);
  expect(catches(net, "SELL", "100.00")).toBe(true);
  expect(catches(net, "SELL", "101.50")).toBe(true);
  expect(catches(net, "SELL", "99.99")).toBe(false);
  expect(catches(net, "SELL", "101.51")).toBe(false);
  expect(catches(net, "SELL", null)).toBe(false);
});
