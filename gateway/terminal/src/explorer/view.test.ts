import { expect, test } from "vitest";
import { filtersOf, viewOf } from "./view";

test("a view is what its address says", () => {
  const view = viewOf(new URLSearchParams("seq=42&type=NewOrder&a=7&b=42&panel=difference&who=103"));
  expect(view).toMatchObject({ seq: 42, type: "NewOrder", a: 7, b: 42, panel: "difference", who: "103", book: "" });
});

test("garbage in an address is as if it was not there", () => {
  expect(viewOf(new URLSearchParams("seq=-1&a=1e9&b=<b>&panel=x"))).toMatchObject({ seq: null, a: null, b: null, panel: "book" });
  expect(viewOf(new URLSearchParams("seq=99999999999999999999")).seq).toBeNull();
});

test("a link to an order opens its life", () => {
  expect(viewOf(new URLSearchParams("order=77"))).toMatchObject({ panel: "order", life: "77" });
});

test("only filters that are set are asked for", () => {
  const view = viewOf(new URLSearchParams("type=NewOrder&from=2026-11-22T13:00:00Z&to=never"));
  expect(filtersOf(view)).toEqual({ type: "NewOrder", from: "2026-11-22T13:00:00.000Z" });
});
