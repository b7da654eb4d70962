import { expect, test } from "vitest";
import { amount, bytes, duration, type Measured, percentilePoints, stages, type Dashboard } from "./measures";
import { rowsOf } from "./StageTable";

const MEASURED: Measured = {
  kind: "API_LATENCY", unit: "MICROSECONDS", count: 500, sum: 0, min: 1, max: 900, mean: 3,
  p50: 10, p90: 20, p95: 30, p99: 40, p999: 700, p9999: 900,
};

test("durations are told in the unit that fits", () => {
  expect(duration(0)).toBe("0 µs");
  expect(duration(850.4)).toBe("850 µs");
  expect(duration(1_250)).toBe("1.25 ms");
  expect(duration(100_000)).toBe("100 ms");
  expect(duration(12_500_000)).toBe("12.5 s");
  expect(duration(Number.NaN)).toBe("–");
});

test("amounts have their unit", () => {
  expect(amount({ unit: "SHARE" }, 0.125)).toBe("12.5 %");
  expect(amount({ unit: "COUNT" }, 12345)).toBe("12,345");
  expect(bytes(82_094_931_968)).toBe("76.5 GiB");
});

test("a percentile that so few values do not tell is not drawn", () => {
  const points = percentilePoints(MEASURED);
  expect(points.map(({ x }) => Math.round(x))).toEqual([2, 10, 20, 100, 500]);
  expect(points.at(-1)?.y).toBe(900);
  expect(percentilePoints({ ...MEASURED, count: 0 })).toEqual([]);
});

test("stages stand in the order of an order's way, whatever group they came in", () => {
  const told = { api: [MEASURED], trading: [{ ...MEASURED, kind: "JOURNAL_COMMIT_LATENCY" }, { ...MEASURED, kind: "ORDER_MATCHING_LATENCY" }] } as unknown as Dashboard;
  expect(stages(told).map((each) => each.kind)).toEqual(["API_LATENCY", "ORDER_MATCHING_LATENCY", "JOURNAL_COMMIT_LATENCY"]);
});

test("a curve is drawn of what was corrected, too, and a row stands below its stage", () => {
  const corrected = { everyMicros: 1_000, count: 1_000, mean: 9, p50: 10, p90: 200, p99: 800, p999: 900, p9999: 900, max: 900 };
  expect(percentilePoints(corrected).map(({ y }) => y)).toEqual([10, 200, 800, 900, 900]);
  expect(rowsOf([{ ...MEASURED, corrected }, MEASURED]).map(({ every, count }) => [every, count])).toEqual([[null, 500], [1_000, 1_000], [null, 500]]);
});
