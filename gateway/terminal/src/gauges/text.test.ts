import { expect, test } from "vitest";
import { metricsIn, perSecond } from "./text";

test("metrics are read by name and label, and garbage is left out", () => {
  const found = metricsIn('# HELP x y\nrialto_ring_size 4096.0\nrialto_http_answers_total{status="2xx"} 55.0\nx NaN\n<b>\n');
  expect([...found]).toEqual([["rialto_ring_size", 4096], ['rialto_http_answers_total{status="2xx"}', 55]]);
});

test("a pace needs two looks, and a count that began anew has none", () => {
  expect(perSecond(null, { at: 1, value: 1 })).toBeNull();
  expect(perSecond({ at: 0, value: 10 }, { at: 2000, value: 30 })).toBe(10);
  expect(perSecond({ at: 0, value: 10 }, { at: 2000, value: 3 })).toBeNull();
});
