import { expect, test } from "vitest";
import { isWaiting, outcome } from "./act";
import { counted } from "./impact";

test("an answer is told in words", () => {
  expect(outcome({ cancelled: ["1", "2"], remaining: 3, sequence: 9 })).toBe("Done: 2 orders cancelled, 3 still to come, frame #9");
  expect(outcome({ cancelled: 7, orders: [], sequence: 9 })).toBe("Done: 7 orders cancelled, frame #9");
  expect(outcome({ items: [{}, {}], sequence: 1 })).toBe("Done: 2 markets, frame #1");
  expect(outcome(null)).toBe("Done");
});

test("a change that waits for a second person is no outcome", () => {
  expect(isWaiting({ id: "1", state: "WAITING", askedBy: "user:3", method: "POST", path: "/x", body: "{}", expiresAt: "2026" })).toBe(true);
  expect(isWaiting({ id: "3", role: "RISK" })).toBe(false);
  expect(isWaiting("gone")).toBe(false);
});

test("what does not fit a page is told as at least", () => {
  expect(counted(3, true)).toBe("3");
  expect(counted(1000, false)).toBe("at least 1,000");
});
