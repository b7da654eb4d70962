import { expect, test } from "vitest";
import { bounded, read as readLayouts, USUAL } from "../trade/layouts";
import { ACTIONS, nameOf, read, rebound } from "./bindings";

const pressed = { key: "b", code: "KeyB", shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

test("every action has a key, and none has another's", () => {
  const keys = Object.values(read(null));
  expect(keys).toHaveLength(ACTIONS.length);
  expect(new Set(keys).size).toBe(keys.length);
});

test("what was kept counts, and nothing else that stands there", () => {
  expect(read('{"buy":"x","unknown":"y","sell":7}')).toMatchObject({ buy: "x", sell: "s" });
  expect(read("garbage")).toEqual(read(null));
  expect(read(null)).not.toHaveProperty("unknown");
});

test("a key that another action has is exchanged", () => {
  const next = rebound(read(null), "buy", "s");
  expect(next).toMatchObject({ buy: "s", sell: "b" });
  expect(new Set(Object.values(next)).size).toBe(ACTIONS.length);
});

test("a pressed key has one name", () => {
  expect(nameOf({ ...pressed, key: "B", shiftKey: true })).toBe("b");
  expect(nameOf({ ...pressed, key: " ", code: "Space" })).toBe("Space");
  expect(nameOf({ ...pressed, key: "Escape", shiftKey: true })).toBe("Shift+Escape");
  expect(nameOf({ ...pressed, key: "?", shiftKey: true })).toBe("?");
  for (const key of ["Shift", "Tab", "Escape"]) expect(nameOf({ ...pressed, key })).toBeNull();
  expect(nameOf({ ...pressed, altKey: true })).toBeNull();
});

test("with Control it is a letter that nobody else needs", () => {
  expect(nameOf({ ...pressed, key: "k", ctrlKey: true })).toBe("Ctrl+k");
  expect(nameOf({ ...pressed, key: "K", metaKey: true })).toBe("Ctrl+k");
  for (const key of ["c", "v", "x", "a", "t", "w", "1", " ", "Enter"]) expect(nameOf({ ...pressed, key, ctrlKey: true })).toBeNull();
});

test("layouts of another version, or damaged, are the usual ones", () => {
  const kept = JSON.stringify({ version: 1, layouts: USUAL.map((each) => ({ ...each, ladder: 9_999 })), chosen: 2 });
  expect(readLayouts(kept)).toMatchObject({ chosen: 2 });
  expect(readLayouts(kept).layouts[0]?.ladder).toBe(640);
  for (const text of [null, "", "{}", '{"version":2}', '{"version":1,"layouts":[1,2,3]}']) expect(readLayouts(text)).toEqual({ layouts: USUAL, chosen: 0 });
  expect(bounded({ ladder: 1, tape: 1, ticket: 1, blotter: 1 })).toEqual({ ladder: 220, tape: 170, ticket: 230, blotter: 90 });
});
