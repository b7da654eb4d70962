import { expect, test } from "vitest";
import { gained, like, money, rounded, trimmed } from "./words";

test("what is rounded is rounded away from zero at the half, and keeps its zeros", () => {
  expect(rounded("1234.565", 2)).toBe("1,234.57");
  expect(rounded("-1234.565", 2)).toBe("-1,234.57");
  expect(rounded("0.5", 2)).toBe("0.50");
  expect(rounded("7", 0)).toBe("7");
  expect(rounded("0.499", 0)).toBe("0");
  expect(rounded(null, 2)).toBe("–");
  expect(rounded("no number", 2)).toBe("no number");
});

test("an average has the digits of the price beside it", () => {
  expect(like("49614.1929174505", "50151.90")).toBe("49,614.19");
  expect(like("49614.50", null)).toBe("49,614.5");
});

test("money is shown to the cent, but never as nothing; what is no money as it is", () => {
  expect(money("260497.55093096", "USD")).toBe("260,497.55");
  expect(money("0.00340000", "USD")).toBe("0.0034");
  expect(money("0.00000000", "EUR")).toBe("0.00");
  expect(money("2.09515500", "BTC")).toBe("2.095155");
  expect(gained("504.03595208", "USDT")).toBe("+504.04");
  expect(gained("-6.48502112", "USD")).toBe("-6.49");
  expect(trimmed("100.00")).toBe("100");
});
