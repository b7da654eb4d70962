import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import { market, seat } from "./stage/people";
import { test } from "./stage/stage";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every page, and what has to be there before it is looked at. */
const PAGES: readonly (readonly [name: string, hash: string, isOpen?: boolean])[] = [
  ["login", "#/login", true],
  ["register", "#/register", true],
  ["trade", "#/trade/BTC-USD"],
  ["trade-empty", "#/trade/ETH-BTC"],
  ["notifications", "#/notifications"],
  ["preferences", "#/notifications?tab=preferences"],
  ["keys", "#/keys"],
  ["settings", "#/settings"],
];
const THEMES = ["dark|green", "light|green", "contrast|blue"];

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run: (context: Document, options: unknown) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe;
    const { violations } = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  });
}

test.beforeAll(({ venue, alice, bob }) => market(venue, bob, alice));

for (const theme of THEMES) {
  test(`every page can be read and heard in ${theme}`, async ({ browser, venue, alice }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && wrong.push(message.text())));
    page.on("pageerror", (failure) => wrong.push(failure.message));
    for (const [name, hash, isOpen] of PAGES) {
      if (!isOpen) await seat(page, alice, theme);
      else await page.addInitScript((colours) => localStorage.setItem("rialto.theme", colours), theme);
      await page.goto(`${venue.url}/terminal/${hash}`);
      await page.reload();
      await expect(page.locator("main")).toBeVisible();
      await expect(page.getByTestId("line")).toContainText("Live");
      if (name === "trade") await expect(page.getByTestId("tape").locator("tbody tr").first()).toBeVisible();
      if (name === "trade") await page.locator(".candles canvas").first().waitFor();
      if (process.env["SHOTS"]) await page.waitForTimeout(700);
      if (process.env["SHOTS"]) await page.screenshot({ path: `${process.env["SHOTS"]}/${name}-${theme.replace("|", "-")}.png` });
      expect(await faults(page), `${name} in ${theme}`).toEqual([]);
    }
    expect(wrong).toEqual([]);
    await context.close();
  });
}
