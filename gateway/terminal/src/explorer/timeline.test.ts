import { expect, test } from "vitest";
import type { Slice } from "./shapes";
import { densities, heights } from "./timeline";

const START = Date.parse("2026-11-22T13:00:00Z");

function slices(...seconds: number[]): Slice[] {
  let at = START;
  return seconds.map((each) => {
    const from = new Date(at).toISOString();
    at += each * 1000;
    return { first: 1, last: 10, frames: 10, events: null, trades: null, from, to: new Date(at).toISOString() };
  });
}

test("the shorter ten frames took, the higher they stand", () => {
  expect(densities(slices(10, 1))).toEqual([1, 10]);
  const [burst, calm, night] = heights(slices(0.1, 10, 100_000));
  expect(burst).toBe(1);
  expect(calm).toBeGreaterThan(night ?? 1);
  expect(night).toBeGreaterThan(0);
  expect(heights([])).toEqual([]);
});
