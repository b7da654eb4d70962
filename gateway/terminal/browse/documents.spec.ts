import { expect, type Page } from "@playwright/test";
import { complaints, shot } from "./stage/look";
import { test } from "./stage/stage";

/** What a page asks anybody else for. */
function strangers(page: Page, url: string): string[] {
  const found: string[] = [];
  page.on("request", (request) => void (/^https?:/.test(request.url()) && !request.url().startsWith(url) && found.push(request.url())));
  return found;
}

test("the documents are pages that a browser shows, from this venue alone", async ({ page, venue }) => {
  test.setTimeout(120_000); // to read all of the API is much work for a page
  const heard = complaints(page);
  const asked = strangers(page, venue.url);
  const { paths } = await venue.ask<{ paths: Record<string, Record<string, { tags: string[] }>> }>("GET", "/openapi.json");
  const subjects = new Set(Object.values(paths).flatMap((path) => Object.values(path).flatMap(({ tags }) => tags)));

  await page.goto(`${venue.url}/docs#/orders/postOrders`);
  await expect(page.locator(".opblock-tag")).toHaveCount(subjects.size);
  const place = page.locator("#operations-orders-postOrders");
  await expect(place.locator(".opblock-section-request-body")).toContainText("BTC-USD");
  await shot(page, "docs");

  await page.goto(`${venue.url}/redoc`);
  await expect(page.locator("h2, h1").filter({ hasText: "Place an order" }).first()).toBeAttached({ timeout: 60_000 });
  await shot(page, "redoc");
  expect([...heard, ...asked]).toEqual([]);
});
