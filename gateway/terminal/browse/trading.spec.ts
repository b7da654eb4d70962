import { expect } from "@playwright/test";
import { expectSameBook, ladder, ungrouped } from "./stage/book";
import { order, person, RICH } from "./stage/people";
import { test } from "./stage/stage";
import { limit, opened } from "./stage/trade";

test("two people trade with each other and a third sees it", async ({ browser, venue }) => {
  const [carol, dave] = [await person(venue, "carol", "TRADER", RICH), await person(venue, "dave", "TRADER", RICH)];
  const [a, b, watcher] = await Promise.all([carol, dave, null].map(async (who) => opened(await (await browser.newContext()).newPage(), venue, who, "BTC-EUR")));
  if (!a || !b || !watcher) throw new Error("three pages");

  await limit(a, "Sell", "0.5", "50000.00", "BTC", "EUR");
  await expect(a.getByTestId("attempts")).toContainText("New");
  await expect(a.getByTestId("open-count")).toHaveText("1");
  await expect.poll(() => ladder(watcher)).toEqual(["|50000.00|0.50000"]);

  await limit(b, "Buy", "0.2", "50000.00", "BTC", "EUR");
  await expect(b.getByTestId("attempts")).toContainText("Filled");
  for (const page of [a, b, watcher]) {
    await expect(page.getByTestId("tape").locator("tbody tr")).toHaveCount(1);
    await expect(page.getByTestId("last-price")).toHaveText("50,000.00");
  }
  await expect.poll(() => ladder(watcher)).toEqual(["|50000.00|0.30000"]);
  await expect(a.getByRole("table", { name: "Open orders" })).toContainText("0.2");

  await a.getByRole("button", { name: /^Cancel order/ }).click();
  await expect(a.getByTestId("open-count")).toHaveText("0");
  await expect.poll(() => ladder(watcher)).toEqual([]);
  await expect(watcher.getByTestId("ticket")).toHaveCount(0);
});

test("what is refused is shown at its field, and nothing typed is lost", async ({ page, venue, bob }) => {
  await opened(page, venue, bob);
  const form = page.getByTestId("ticket");
  await form.getByLabel("Quantity, BTC").fill("0.000001");
  await expect(form.getByText("In steps of 0.00001")).toBeVisible();
  await form.getByLabel("Quantity, BTC").fill("999");
  await form.getByLabel("Price, USD").fill("54000.00");
  await expect(page.getByTestId("verdict")).toHaveText("Insufficient funds");
  await form.getByRole("button", { name: "Buy BTC" }).click();
  await expect(form.getByLabel("Quantity, BTC")).toHaveAttribute("aria-invalid", "true");
  await expect(form.getByLabel("Quantity, BTC")).toHaveValue("999");
  await expect(form.getByLabel("Price, USD")).toHaveValue("54000.00");
});

test("an answer that is lost is asked for again, and the order is there once", async ({ page, venue }) => {
  const frank = await person(venue, "frank", "TRADER", RICH);
  await opened(page, venue, frank);
  let isLost = false;
  await page.route("**/api/v1/orders", async (route) => {
    if (isLost || route.request().method() !== "POST") return route.continue();
    isLost = true;
    await route.fetch();
    await route.abort();
  });
  await limit(page, "Buy", "0.02", "41000.00");
  await expect(page.getByTestId("attempts")).toContainText("not known yet");
  await page.getByRole("button", { name: "Ask again" }).click();
  await expect(page.getByTestId("attempts")).toContainText("New");
  const { items } = await venue.ask<{ items: unknown[] }>("GET", "/api/v1/orders", undefined, frank.token);
  expect(items).toHaveLength(1);
});

test("a halt by an operator is seen by a trader at once", async ({ page, venue, alice }) => {
  await opened(page, venue, alice, "BTC-EUR");
  await expect(page.getByTestId("phase")).toContainText("Open");
  await venue.as(venue.administrator(), "POST", "/api/v1/admin/halt", { symbol: "BTC-EUR", reason: "a test of the bell" });
  await expect(page.getByTestId("phase")).toContainText("Halted");
  const form = page.getByTestId("ticket");
  await form.getByLabel("Price, EUR").fill("40000.00");
  await form.getByLabel("Quantity, BTC").fill("0.1");
  await form.getByRole("button", { name: "Buy BTC" }).click();
  await expect(form.getByRole("alert")).toContainText("MARKET_HALTED");
});

test("the venue is killed: the page greys, comes back, and is what the venue answers", async ({ page, venue, alice, bob }) => {
  test.setTimeout(120_000);
  await order(venue, alice, "BUY", "0.7", "49999.97");
  await order(venue, bob, "SELL", "0.4", "50000.03");
  await opened(page, venue, alice);
  await ungrouped(page);
  await page.getByRole("button", { name: "Centre" }).click();
  const before = await venue.ask<{ sequence: number }>("GET", "/api/v1/time");

  await venue.kill();
  await expect(page.getByTestId("line")).not.toContainText("Live");
  await expect(page.getByText("Stale: this is how the book was")).toBeVisible();

  await venue.start();
  await expect(page.getByTestId("line")).toContainText("Live", { timeout: 30_000 });
  await expect(page.getByText("Stale: this is how the book was")).toHaveCount(0);
  const placed = await order(venue, bob, "SELL", "0.25", "50000.00");
  expect(placed.sequence).toBeGreaterThan(before.sequence);
  await order(venue, alice, "BUY", "0.05", "50000.00");
  await page.getByRole("button", { name: "Centre" }).click();
  await expect.poll(() => ladder(page)).toContain("|50000.00|0.20000");
  await expectSameBook(page, venue);
  const open = await venue.ask<{ items: unknown[] }>("GET", "/api/v1/orders?status=OPEN&limit=100", undefined, alice.token);
  await expect(page.getByTestId("open-count")).toHaveText(String(open.items.length));
  const { items } = await venue.ask<{ items: unknown[] }>("GET", "/api/v1/market/BTC-USD/trades?limit=100");
  await expect(page.getByTestId("tape").locator("tbody tr")).toHaveCount(items.length);
});
