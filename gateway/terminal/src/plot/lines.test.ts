import { expect, test } from "vitest";
import { isoLike, isPower, span } from "./lines";

test("dates are year first, and hours go up to 24", () => {
  expect(isoLike("{h}:{mm}{aa}\n{M}/{D}/{YY}")).toBe("{HH}:{mm}\n{YYYY}-{MM}-{DD}");
  expect(isoLike("{h}{aa}")).toBe("{HH}:00");
  expect(isoLike("{YYYY}-{MM}-{DD} {h}:{mm}{aa}")).toBe("{YYYY}-{MM}-{DD} {HH}:{mm}");
  expect(isoLike("{M}/{D}")).toBe("{MM}-{DD}");
});

test("only powers of ten have room for a word", () => {
  expect([0.1, 1, 10, 1000].every(isPower)).toBe(true);
  expect([0, -10, 2, 20, 15].some(isPower)).toBe(false);
});

test("a time axis has a width before there are two points", () => {
  expect(span(1000, 1000)).toEqual([940, 1000]);
  expect(span(500, 1000)).toEqual([500, 1000]);
  expect(span(null, null, 90)).toEqual([30, 90]);
  expect(span(1000, 1000 + 86_400_000, 1001)).toEqual([940, 1000]);
});
