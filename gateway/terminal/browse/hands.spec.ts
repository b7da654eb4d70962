import { expect } from "@playwright/test";
import { expectSameBook, ungrouped } from "./stage/book";
import { shot } from "./stage/look";
import { market, order, PASSWORD } from "./stage/people";
import { test } from "./stage/stage";
import { opened } from "./stage/trade";

test("everything goes by the keyboard: log in, a market, an order, its end", async ({ page, venue, alice }) => {
  await page.goto(`${venue.url}/terminal#/login`);
  await page.getByLabel("E-mail").focus();
  await page.keyboard.type(alice.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("line")).toContainText("Live");
  await expect(page.getByTestId("ticket")).toBeVisible();
  await page.locator("main").focus();
  await page.keyboard.press("/");
  await page.getByLabel("Search markets").waitFor();
  await page.keyboard.type("eth-b");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Trade ETH-BTC" })).toBeAttached();
  await expect(page.getByLabel("Price, BTC")).toBeVisible();
  await page.locator("main").focus();
  await page.keyboard.press("s");
  await expect(page.getByRole("button", { name: "Sell", exact: true })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("n");
  await page.keyboard.type("2");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("0.5");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("attempts")).toContainText("New");
  await page.locator("main").focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await shot(page, "keys-sheet");
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await expect(page.getByTestId("attempts")).toContainText("Cancelled");
});

test("an armed ladder sends by a click, and only then", async ({ page, venue, alice, bob }) => {
  await market(venue, bob, alice);
  await order(venue, bob, "SELL", "3", "50000.04");
  await opened(page, venue, alice);
  await ungrouped(page);
  await page.getByRole("button", { name: "Centre" }).click();
  const canvas = page.getByTestId("ladder");
  const box = (await canvas.boundingBox()) ?? { width: 0, height: 0 };
  const before = await page.getByTestId("attempts").count();
  await canvas.click({ position: { x: 20, y: box.height - 30 } });
  await expect(page.getByLabel("Price, USD")).not.toHaveValue("");
  expect(await page.getByTestId("attempts").count()).toBe(before);
  await page.getByRole("button", { name: "One click" }).click();
  await expect(page.locator(".ladder.armed")).toBeVisible();
  await shot(page, "armed");
  await canvas.click({ position: { x: 20, y: box.height - 30 } });
  await expect(page.getByTestId("attempts")).toContainText("BUY 0.01 BTC-USD");
  await page.locator("main").focus();
  await page.keyboard.press("Shift+Escape");
  await expect(page.getByTestId("open-count")).toHaveText("0");
});

test("gaps and garbage on the line are noticed and mended", async ({ page, venue, alice, bob }) => {
  let dropped = 0;
  await page.routeWebSocket(/\/api\/v1\/ws/, (client) => {
    const server = client.connectToServer();
    server.onMessage((text) => {
      const isDelta = String(text).includes('"type":"DELTA"');
      if (isDelta && dropped < 2) {
        dropped++;
        for (const garbage of ["{", "[]", '{"channel":"book","symbol":"BTC-USD","type":"DELTA","sequence":1,"first":9,"last":3,"bids":7}']) client.send(garbage);
        return;
      }
      client.send(text);
    });
  });
  await opened(page, venue, alice);
  await ungrouped(page);
  for (const price of ["49999.99", "49999.98", "49999.97", "49999.96"]) await order(venue, bob, "BUY", "0.1", price);
  await expect.poll(() => dropped).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Centre" }).click();
  await expectSameBook(page, venue);
  await expect(page.getByTestId("line")).toContainText("Live");
});
