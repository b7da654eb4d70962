import { expect } from "@playwright/test";
import { complaints, faults, shot } from "./stage/look";
import { market, order, seat } from "./stage/people";
import { test } from "./stage/stage";

/** Every page, and what has to be there before it is looked at. */
const PAGES: readonly (readonly [name: string, hash: string, isOpen?: boolean])[] = [
  ["login", "#/login", true],
  ["register", "#/register", true],
  ["trade", "#/trade/BTC-USD"],
  ["trade-empty", "#/trade/ETH-BTC"],
  ["notifications", "#/notifications"],
  ["preferences", "#/notifications?tab=preferences"],
  ["subscriptions", "#/notifications?tab=subscriptions"],
  ["keys", "#/keys"],
  ["settings", "#/settings"],
];
const THEMES = ["light|green", "contrast|blue"];

test.beforeAll(async ({ venue, alice, bob }) => {
  await market(venue, bob, alice);
  await order(venue, alice, "BUY", "0.25", "49985.00");
  await order(venue, alice, "SELL", "0.4", "50030.00");
});

for (const [name, hash, isOpen] of PAGES) {
  test(`${name} can be read and heard in every theme`, async ({ page, venue, alice }) => {
    const heard = complaints(page);
    if (!isOpen) await seat(page, alice);
    await page.goto(`${venue.url}/terminal${hash}`);
    await expect(page.locator("main h1")).toBeAttached();
    await expect(page.getByTestId("line")).toContainText("Live");
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    if (name === "trade") await expect(page.getByTestId("tape").locator("tbody tr").first()).toBeVisible();
    if (name === "trade") await page.locator(".candles canvas").first().waitFor();
    await shot(page, `${name}-dark`);
    expect(await faults(page)).toEqual([]);
    for (const theme of THEMES) {
      await page.getByLabel("Theme").selectOption(theme);
      await shot(page, `${name}-${theme.split("|")[0] ?? ""}`);
      expect(await faults(page, true), theme).toEqual([]);
    }
    expect(heard).toEqual([]);
  });
}

test("where the system chooses the colours and nothing may move, what is chosen is still seen", async ({ page, venue, alice }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await seat(page, alice);
  await page.goto(`${venue.url}/terminal#/trade/BTC-USD`);
  const edge = (name: string): Promise<string> => page.getByRole("button", { name, exact: true }).evaluate((each) => getComputedStyle(each).outlineStyle);
  await expect(page.getByTestId("line")).toContainText("Live");
  await page.getByRole("button", { name: "Sell", exact: true }).click();
  await page.getByLabel("Price, USD").focus();
  expect([await edge("Sell"), await edge("Buy")]).toEqual(["solid", "none"]);
  const tab = (name: string): Promise<string> => page.getByRole("tab", { name }).evaluate((each) => getComputedStyle(each).outlineStyle);
  expect([await tab("Candles"), await tab("Heatmap")]).toEqual(["solid", "none"]);
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
  await shot(page, "trade-forced");
});
