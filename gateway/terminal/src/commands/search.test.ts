import { expect, test } from "vitest";
import { type Command, fit, found } from "./search";

function command(words: string, kind: string): Command {
  return { key: words, words, kind, act: () => {} };
}

const ALL = [
  command("Cancel all orders", "Action"), command("Cancel all orders of this market", "Action"), command("Search markets", "Action"),
  command("Portfolio", "Page"), command("BTC-USD", "Market"), command("ETH-BTC", "Market"),
];

test("nothing typed finds all of it, in its order", () => {
  expect(found("", ALL)).toEqual(ALL);
  expect(found("  ", ALL)).toEqual(ALL);
});

test("the start of the words is best, then the start of a word, then what stands inside", () => {
  expect(fit("btc", "BTC-USD Market")).toBe(0);
  expect(fit("btc", "ETH-BTC Market")).toBe(1);
  expect(fit("tc", "ETH-BTC Market")).toBe(2);
  expect(found("btc", ALL).map(({ words }) => words)).toEqual(["BTC-USD", "ETH-BTC"]);
});

test("every word has to be found, in any order, the kind among them", () => {
  expect(found("orders cancel market", ALL).map(({ words }) => words)).toEqual(["Cancel all orders of this market"]);
  expect(found("page", ALL).map(({ words }) => words)).toEqual(["Portfolio"]);
  expect(found("(.*", ALL)).toEqual([]);
});
