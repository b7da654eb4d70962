import { expect, test } from "vitest";
import { wrongWhole } from "./shapes";

test("what the venue would refuse is told before it is sent", () => {
  expect(wrongWhole("100", 1, 100)).toBeNull();
  expect(wrongWhole("0", 1, 100)).toBe("1 to 100");
  expect(wrongWhole("101", 1, 100)).toBe("1 to 100");
  expect(wrongWhole("1.5", 1, 100)).toBe("A whole number");
  expect(wrongWhole("", 1, 100)).toBe("A whole number");
});
