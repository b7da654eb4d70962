import { expect, test } from "vitest";
import { Problem } from "../api/problem";
import { type Act, carryOut, outcome, waiting } from "./act";
import { counted } from "./impact";

test("an answer is told in words", () => {
  expect(outcome({ cancelled: ["1", "2"], remaining: 3, sequence: 9 })).toBe("Done: 2 orders cancelled, 3 still to come, frame #9");
  expect(outcome({ cancelled: 7, orders: [], sequence: 9 })).toBe("Done: 7 orders cancelled, frame #9");
  expect(outcome({ items: [{}, {}], sequence: 1 })).toBe("Done: 2 markets, frame #1");
  expect(outcome(null)).toBe("Done");
});

test("a change that waits for a second person is no outcome", () => {
  expect(waiting({ id: "1", state: "PENDING", askedBy: "user 3", method: "POST", path: "/x", body: "{}", expiresAt: "2026" })).toContain("Change 1 waits");
  expect(waiting({ id: "4", subject: "UNBLOCK", state: "OPEN", sequence: 9, ack: "DURABLE" })).toContain("Proposal 4 waits");
  expect(waiting({ id: "3", role: "RISK" })).toBeNull();
  expect(waiting("gone")).toBeNull();
});

test("what one may not do alone is proposed, and what is refused otherwise is told", async () => {
  const refused = (code: string) => () => Promise.reject(new Problem({ status: 422, code, title: "no" }));
  const act = (send: Act["send"]): Act => ({ title: "t", word: "w", words: "", impact: async () => [], send, propose: async (reason) => ({ id: reason, subject: "ACCOUNT_LIMIT", state: "OPEN" }) });
  expect(await carryOut(act(refused("NEEDS_SECOND_ADMINISTRATOR")), "because")).toEqual({ id: "because", subject: "ACCOUNT_LIMIT", state: "OPEN" });
  await expect(carryOut(act(refused("UNKNOWN_ACCOUNT")), "because")).rejects.toThrow("no");
  const { propose: _, ...alone } = act(refused("NEEDS_SECOND_ADMINISTRATOR"));
  await expect(carryOut(alone, "because")).rejects.toThrow("no");
});

test("what does not fit a page is told as at least", () => {
  expect(counted(3, true)).toBe("3");
  expect(counted(1000, false)).toBe("at least 1,000");
});
