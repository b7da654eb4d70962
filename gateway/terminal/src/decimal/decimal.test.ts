import { describe, expect, test } from "vitest";
import { compare, decimal, ofUnits, parse, rescale, text, unitsAt } from "./decimal";
import { add, divide, floorTo, isMultiple, multiply, subtract } from "./sums";
import { grouped, signed, trimmed } from "./words";

describe("decimals", () => {
  test("a text is the same text again", () => {
    for (const each of ["0", "0.00", "-0.05", "50000.00", "123456789012345678901.123456789"]) {
      expect(text(decimal(each))).toBe(each);
    }
  });

  test("what is no decimal is none", () => {
    for (const each of ["", ".", "1.", ".5", "1e5", "0x1", "NaN", "1,000", "--1", "1 2", "∞"]) expect(parse(each)).toBeNull();
    expect(() => decimal("<b>")).toThrow("no decimal");
  });

  test("sums are exact where floats are not", () => {
    expect(text(add(decimal("0.1"), decimal("0.2")))).toBe("0.3");
    expect(text(subtract(decimal("0.3"), decimal("0.1")))).toBe("0.2");
    expect(text(multiply(decimal("50000.01"), decimal("0.12345678")))).toBe("6172.8402345678");
    expect(text(divide(decimal("10"), decimal("3"), 4))).toBe("3.3333");
    expect(text(divide(decimal("1.0000"), decimal("0.03"), 1))).toBe("33.3");
  });

  test("different scales compare by value", () => {
    expect(compare(decimal("1.50"), decimal("1.5"))).toBe(0);
    expect(compare(decimal("-2"), decimal("1.5"))).toBe(-1);
    expect(unitsAt("1.5", 4)).toBe(15000n);
    expect(ofUnits(-5n, 2)).toBe("-0.05");
    expect(rescale(decimal("1.999"), 2).units).toBe(199n);
  });

  test("steps", () => {
    expect(isMultiple(decimal("0.015"), decimal("0.01"))).toBe(false);
    expect(isMultiple(decimal("5"), decimal("0.01"))).toBe(true);
    expect(text(floorTo(decimal("50003.99"), decimal("5.00")))).toBe("50000.00");
    expect(text(floorTo(decimal("-0.01"), decimal("0.05")))).toBe("-0.05");
  });
});

test("numbers are shown with their digits and no others", () => {
  expect(grouped("1234567.80")).toBe("1,234,567.80");
  expect(grouped("-1234.5")).toBe("-1,234.5");
  expect(grouped(null)).toBe("–");
  expect(trimmed("0.50000000")).toBe("0.5");
  expect(trimmed("100")).toBe("100");
  expect(signed("1.00")).toBe("+1.00");
  expect(signed("0.00")).toBe("0.00");
});
