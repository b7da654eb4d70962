import { expect, test } from "vitest";
import { chosenIn, saidOf } from "./outside";

function told(id: string, type: string) {
  return { id, type, title: type, message: "" };
}

test("nothing is wanted that was not chosen", () => {
  expect(chosenIn(null).size).toBe(0);
  expect([...chosenIn("alerts|nothing|fills")]).toEqual(["fills", "alerts"]);
});

test("fills, halts and price alerts are said outside where they are wanted, and nothing else is", () => {
  const items = [told("1", "ORDER_FILLED"), told("2", "MARKET_ALERT"), told("3", "ORDER_ACCEPTED"), told("4", "PRICE_ALERT"), told("5", "toString")];
  expect(saidOf(items, new Set(["halts", "alerts"] as const)).map(({ id }) => id)).toEqual(["2", "4"]);
  expect(saidOf(items, new Set())).toEqual([]);
});

test("of many at once the newest few are said, and how many there are besides", () => {
  const items = ["9", "8", "7", "6", "5"].map((id) => told(id, "ORDER_FILLED"));
  const said = saidOf(items, new Set(["fills"] as const));
  expect(said.map(({ id }) => id)).toEqual(["9", "8", "7", "more-9"]);
  expect(said.at(-1)?.message).toBe("and 2 more");
});
