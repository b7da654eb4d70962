import { expect } from "@playwright/test";
import { faults, shot } from "./stage/look";
import { test } from "./stage/stage";
import { opened } from "./stage/trade";

test("the command menu finds an action, a market, a page, and gives the focus back", async ({ page, venue, alice }) => {
  await opened(page, venue, alice);
  const menu = page.getByRole("dialog", { name: "Commands" });
  const typed = menu.getByRole("combobox", { name: "Command" });
  const quantity = page.getByLabel("Quantity, BTC");

  await quantity.focus();
  await page.keyboard.press("Control+k");
  await expect(typed).toBeFocused();
  await shot(page, "commands");
  expect(await faults(page)).toEqual([]);
  for (let times = 0; times < 4; times++) await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null)).toBe(true);
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(quantity).toBeFocused();

  await page.keyboard.press("Control+k");
  await typed.fill("sell");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(menu.getByRole("option", { selected: true })).toContainText("Sell side");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Sell", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(quantity).toBeFocused();

  await page.keyboard.press("Control+k");
  await typed.fill("no such thing");
  await expect(menu.getByRole("option")).toHaveCount(0);
  await typed.fill("eth-b");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Trade ETH-BTC" })).toBeAttached();

  await page.keyboard.press("Control+k");
  await typed.fill("settings");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Commands" }).click();
  await expect(menu.getByRole("option", { name: /Buy side/ })).toHaveCount(0);
});

test("the command menu has a key like any other", async ({ page, venue, alice }) => {
  await opened(page, venue, alice);
  await page.locator("main").focus();
  await page.keyboard.press("?");
  await page.getByRole("button", { name: "Key for: Command menu" }).click();
  await page.keyboard.press("Control+j");
  await page.getByRole("button", { name: "Done" }).click();
  await page.keyboard.press("Control+j");
  await expect(page.getByRole("dialog", { name: "Commands" })).toBeVisible();
  await page.keyboard.press("Control+j");
  await expect(page.getByRole("dialog", { name: "Commands" })).toHaveCount(0);
});
