import { expect, type Page } from "@playwright/test";
import { test } from "./stage/stage";

/** What a page complains about: a script that the policy stops, an asset that is missing, an outside host. */
function complaints(page: Page, url: string): string[] {
  const found: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && found.push(message.text())));
  page.on("pageerror", (failure) => found.push(failure.message));
  page.on("request", (request) => void (/^https?:/.test(request.url()) && !request.url().startsWith(url) && found.push(request.url())));
  return found;
}

test("the documents are pages that a browser shows, from this venue alone", async ({ page, venue }) => {
  const found = complaints(page, venue.url);
  const { paths } = await venue.ask<{ paths: Record<string, Record<string, unknown>> }>("GET", "/openapi.json");
  const operations = Object.values(paths).flatMap((path) => Object.keys(path)).length;

  await page.goto(`${venue.url}/docs`);
  await expect(page.locator(".opblock")).toHaveCount(operations);
  await page.locator("#operations-orders-postOrders .opblock-summary-control").click();
  await expect(page.locator("#operations-orders-postOrders .body-param__example, #operations-orders-postOrders .example").first()).toContainText("BTC-USD");

  await page.goto(`${venue.url}/redoc`);
  await expect(page.getByRole("heading", { name: "Place an order" }).first()).toBeAttached();
  expect(found).toEqual([]);
});
