import { expect, test } from "vitest";
import { type Heat, highest, shownBounds, strength } from "./heat";

const HEAT: Heat = {
  kind: "API_LATENCY", intervalMillis: 10_000, upTo: [1, 1.8, 3.2, 5.6, 10, 17.8],
  columns: [{ from: "2026-11-22T10:00:00Z", counts: [0, 0, 4, 1, 0, 0] }, { from: "2026-11-22T10:00:10Z", counts: [0, 0, 9, 0, 0, 0] }],
};

test("only lengths that were met are drawn, with one to spare", () => {
  expect(shownBounds(HEAT)).toEqual({ first: 1, last: 4 });
  expect(shownBounds({ ...HEAT, columns: [] })).toEqual({ first: 0, last: 5 });
  expect(shownBounds({ ...HEAT, columns: [{ from: "", counts: [1, 0, 0, 0, 0, 1] }] })).toEqual({ first: 0, last: 5 });
});

test("one among thousands is seen, and none is not", () => {
  expect(strength(0, 5000)).toBe(0);
  expect(strength(1, 5000)).toBeGreaterThan(0.2);
  expect(strength(5000, 5000)).toBeCloseTo(1);
});

test("who does not see it is told the longest and when", () => {
  expect(highest(HEAT)).toEqual({ from: "2026-11-22T10:00:00Z", upTo: 5.6, count: 1 });
  expect(highest({ ...HEAT, columns: [] })).toBeNull();
});
