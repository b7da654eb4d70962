import { expect, test } from "vitest";
import { isMine, isOpen, linesOf, type Proposal, whatOf } from "./standing";

const PROPOSAL = { subject: "ACCOUNT_LIMIT", what: "OPEN_ORDERS", target: "100", symbol: null, value: "50" } as unknown as Proposal;

test("what is one's own is told from what is another's", () => {
  expect(isMine({ askedBy: "user 3" }, "3")).toBe(true);
  expect(isMine({ askedBy: "user 31" }, "3")).toBe(false);
  expect(isMine({ askedBy: "key abc" }, "3")).toBe(false);
  expect(isMine({ askedBy: "user undefined" }, undefined)).toBe(false);
});

test("a proposal says what it would do", () => {
  expect(whatOf(PROPOSAL)).toBe("Open orders · 100 → 50");
  expect(whatOf({ ...PROPOSAL, value: null })).toBe("Open orders · 100 → none");
  expect(whatOf({ ...PROPOSAL, subject: "UNBLOCK", what: "FIRM", target: "Acme", value: null })).toBe("Firm · Acme");
  expect([isOpen("OPEN"), isOpen("PENDING"), isOpen("APPROVED"), isOpen("EXPIRED")]).toEqual([true, true, false, false]);
});

test("a body is told line by line, whatever it is", () => {
  expect(linesOf('{"asset":"USD","amount":"5","tiers":[1]}')).toEqual([{ what: "asset", value: "USD" }, { what: "amount", value: "5" }, { what: "tiers", value: "[1]" }]);
  expect(linesOf("<b>")).toEqual([{ what: "With", value: "<b>" }]);
  expect(linesOf("")).toEqual([{ what: "With", value: "nothing" }]);
});
