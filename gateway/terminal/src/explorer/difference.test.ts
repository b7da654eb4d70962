import { expect, test } from "vitest";
import { between } from "./difference";
import { hexLines } from "./hex";
import type { PastBook } from "./shapes";

test("two books differ where a quantity does, whatever its digits", () => {
  const before = { bids: [["10", "1.0", 1], ["9", "2", 1]], asks: [["11", "3", 1]] } as unknown as PastBook;
  const after = { bids: [["10", "1.00", 1], ["8", "5", 1]], asks: [["11", "2.5", 1], ["12", "1", 1]] } as unknown as PastBook;
  expect(between(before, after).map(({ side, price, change }) => `${side} ${price} ${change}`)).toEqual([
    "Ask 11 -0.5", "Ask 12 1", "Bid 9 -2", "Bid 8 5",
  ]);
  expect(between(after, after)).toEqual([]);
});

test("bytes are told sixteen a line", () => {
  const lines = hexLines("00".repeat(16) + "4f6b");
  expect(lines.map(({ at }) => at)).toEqual(["0000", "0010"]);
  expect(lines[1]).toEqual({ at: "0010", bytes: "4f 6b", text: "Ok" });
  expect(hexLines("")).toEqual([]);
});
