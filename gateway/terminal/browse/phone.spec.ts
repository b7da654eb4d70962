import { type Browser, expect, type Page } from "@playwright/test";
import { faults, shot } from "./stage/look";
import { market, order, type Person } from "./stage/people";
import { test } from "./stage/stage";
import type { VenueProcess } from "./stage/venue";
import { limit, opened } from "./stage/trade";

async function phone(browser: Browser, venue: VenueProcess, who: Person): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  return opened(await context.newPage(), venue, who);
}

/** What a finger could miss, of everything that can be pressed. */
function small(page: Page): Promise<string[]> {
  return page.locator("button:visible, input:visible:not([type=checkbox]), select:visible, label.check:visible, nav a:visible, a.bell:visible").evaluateAll((all) =>
    all.filter((each) => each.getBoundingClientRect().height < 43.5).map((each) => `${each.tagName} ${each.textContent.slice(0, 20)} ${each.getBoundingClientRect().height}`));
}

test("on a phone there is one pane at a time, all of it in reach", async ({ browser, venue, alice, bob }) => {
  await market(venue, bob, alice);
  const page = await phone(browser, venue, alice);
  for (const tab of ["Chart", "Book", "Orders", "Trade"]) {
    await page.getByRole("tab", { name: tab, exact: true }).tap();
    await shot(page, `phone-${tab.toLowerCase()}`);
    expect(await faults(page), tab).toEqual([]);
    expect(await small(page), tab).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), tab).toBeLessThanOrEqual(390);
  }
  await expect(page.getByRole("button", { name: "One click" })).toHaveCount(0);
  await limit(page, "Buy", "0.01", "40000.00");
  await expect(page.getByTestId("attempts")).toContainText("New");
  await page.context().close();
});

test("the order form comes up on a phone, keeps what is typed, and goes by Escape, its handle, a drag", async ({ browser, venue, alice, bob }) => {
  await order(venue, bob, "BUY", "0.5", "41000.00");
  const page = await phone(browser, venue, alice);
  const form = page.getByRole("dialog", { name: "Order" });
  const trade = page.getByRole("tab", { name: "Trade", exact: true });
  await page.getByRole("tab", { name: "Book", exact: true }).tap();
  await expect(page.getByTestId("ladder-mirror").locator("tbody tr").first()).toBeAttached();
  const box = (await page.getByTestId("ladder").boundingBox()) ?? { width: 0, height: 0 };
  await page.getByTestId("ladder").tap({ position: { x: box.width / 2, y: box.height - 30 } });
  await expect(form.getByLabel("Price, USD")).not.toHaveValue("");

  const handle = form.getByRole("button", { name: "Close: Order" });
  await expect(handle).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(form.getByRole("button", { name: "Buy", exact: true })).toBeFocused();
  await form.getByLabel("Quantity, BTC").fill("0.123");
  await page.keyboard.press("Escape");
  await expect(form).toHaveCount(0);

  await trade.tap();
  await expect(form.getByLabel("Quantity, BTC")).toHaveValue("0.123");
  await handle.tap();
  await expect(form).toHaveCount(0);

  await trade.tap();
  const at = (await handle.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 40, { steps: 4 });
  await page.mouse.up();
  await expect(form).toHaveCount(1);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 160, { steps: 6 });
  await page.mouse.up();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole("tab", { name: "Book", exact: true })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("o");
  await expect(page.locator(".ladder.armed")).toHaveCount(0);
  await page.context().close();
});
