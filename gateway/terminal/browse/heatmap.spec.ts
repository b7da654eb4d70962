import { expect } from "@playwright/test";
import { complaints, shot } from "./stage/look";
import { market } from "./stage/people";
import { test } from "./stage/stage";
import { opened } from "./stage/trade";

test("the heatmap is filled from the journal, and drawn beside the page", async ({ page, venue, alice, bob }) => {
  const heard = complaints(page);
  await market(venue, bob, alice);
  await opened(page, venue, alice);
  await page.getByRole("tab", { name: "Heatmap" }).click();
  await expect(page.getByTestId("heat-past")).toContainText(/Before: \d+ books of the journal/);
  expect(page.workers()).toHaveLength(1);
  const picture = page.getByRole("img", { name: "Heatmap of BTC-USD" });
  // Where the past is, the picture is more than one colour.
  await expect.poll(async () => new Set(await picture.screenshot()).size).toBeGreaterThan(100);
  await shot(page, "heatmap");
  await page.getByRole("tab", { name: "Depth" }).click();
  await expect.poll(() => page.workers().length).toBe(0);
  // Before it was listed, a market has no book.
  expect(heard.filter((each) => !each.includes("404"))).toEqual([]);
});
