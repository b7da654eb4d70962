import { expect, test } from "vitest";
import { bodyOf, draftOf, EMPTY, nextStep, type Rule, whereOf } from "./rules";

const RULE: Rule = {
  id: "7", version: 2, name: "night", type: "MAX_ORDER_RATE", limit: "10", windowMillis: 1500, from: null, to: null, coolDownMillis: 60_000,
  scope: { account: "103", firm: 4, symbol: "BTC-USD", asset: null }, action: "ALERT", severity: "HIGH",
  escalate: [{ breaches: 2, action: "BLOCK" }, { breaches: 5, action: "CLOSE_ALL" }], enabled: false, breachCount: 1, lastBreachAt: null,
};

test("a rule that is not touched is sent as it was", () => {
  expect(bodyOf(draftOf(RULE), RULE)).toEqual({
    name: "night", type: "MAX_ORDER_RATE", limit: "10", windowMillis: 1500, coolDownMillis: 60_000,
    scope: { account: "103", firm: 4, symbol: "BTC-USD" }, action: "ALERT", severity: "HIGH",
    escalate: [{ breaches: 2, action: "BLOCK" }, { breaches: 5, action: "CLOSE_ALL" }], enabled: false,
  });
});

test("every step can be changed, taken away and added", () => {
  const draft = draftOf(RULE);
  const next = nextStep(draft);
  expect(next).toEqual({ breaches: "6", action: "CLOSE_ALL" });
  expect(nextStep({ action: "ALERT", steps: [] })).toEqual({ breaches: "2", action: "BLOCK" });
  const changed = bodyOf({ ...draft, steps: [{ breaches: "3", action: "BLOCK" }, { breaches: "many", action: "CLOSE_POSITION" }, next] }, RULE);
  expect(changed["escalate"]).toEqual([{ breaches: 3, action: "BLOCK" }, { breaches: "many", action: "CLOSE_POSITION" }, { breaches: 6, action: "CLOSE_ALL" }]);
  expect(bodyOf({ ...draft, steps: [] }, RULE)).not.toHaveProperty("escalate");
});

test("what a type does not know is not sent", () => {
  const body = bodyOf({ ...EMPTY, type: "ALLOWED_HOURS", limit: "5" });
  expect(body).toMatchObject({ from: "08:00", to: "18:00" });
  expect(body).not.toHaveProperty("limit");
  expect(body).not.toHaveProperty("windowMillis");
  expect(body).not.toHaveProperty("scope");
});

test("what is no number goes to the venue as it was typed", () => {
  expect(bodyOf({ ...EMPTY, coolDownSeconds: "soon" })["coolDownMillis"]).toBe("soon");
});

test("where a rule counts is told in words", () => {
  expect(whereOf(RULE)).toBe("account 103, firm 4, BTC-USD");
  expect(whereOf({ ...RULE, scope: null })).toBe("everybody");
});
