import { expect, type Page } from "@playwright/test";
import { order } from "./stage/people";
import { test } from "./stage/stage";
import { opened } from "./stage/trade";

const ROW = 20;

/** Where a price of the ladder is drawn, on the page. */
async function place(page: Page, price: string): Promise<{ x: number; y: number }> {
  const row = Number(await page.locator(`[data-testid=ladder-mirror] tr[data-price="${price}"]`).getAttribute("data-row"));
  const box = (await page.getByTestId("ladder").boundingBox()) ?? { x: 0, y: 0 };
  return { x: box.x + 20, y: box.y + (row + 0.5) * ROW };
}

test("an own order is dragged to another price; sums to a level and the place in the queue are told", async ({ page, venue, alice, bob }) => {
  await order(venue, bob, "BUY", "3", "0.05000", "ETH-BTC");
  await order(venue, bob, "BUY", "1", "0.05002", "ETH-BTC");
  await order(venue, bob, "SELL", "2", "0.05006", "ETH-BTC");
  await opened(page, venue, alice, "ETH-BTC");
  const own = await order(venue, alice, "BUY", "2", "0.05000", "ETH-BTC");
  const line = page.locator('[data-testid=ladder-mirror] tr[data-price="0.05000"]');
  await expect(line).toContainText("about 3.0");

  const from = await place(page, "0.05000");
  await page.mouse.move(from.x, from.y);
  await expect(page.locator(".ladder footer")).toHaveText("Σ 6 ETH avg 0.05000");
  await page.mouse.move(from.x, from.y + ROW);
  await expect(page.locator(".ladder footer")).toHaveText("Σ 6 ETH avg 0.05000");
  await page.mouse.move((await place(page, "0.05006")).x, (await place(page, "0.05006")).y);
  await expect(page.locator(".ladder footer")).toHaveText("Σ 2 ETH avg 0.05006");

  const drag = async (): Promise<void> => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y + 2 * ROW, { steps: 4 });
    await page.mouse.up();
  };
  const price = async (): Promise<string> => (await venue.ask<{ price: string }>("GET", `/api/v1/orders/${own.id}`, undefined, alice.token)).price;
  await drag();
  await expect(page.getByLabel("Price, BTC")).toHaveValue("0.04998");
  expect(await price()).toBe("0.05000");
  await page.getByRole("button", { name: "One click" }).click();
  await drag();
  await expect.poll(price).toBe("0.04998");
  await expect(page.locator('[data-testid=ladder-mirror] tr[data-price="0.04998"]')).toContainText("2.0");
  await expect(page.getByTestId("attempts")).toHaveCount(0);
  for (const who of [alice, bob]) await venue.ask("DELETE", "/api/v1/orders?symbol=ETH-BTC", undefined, who.token);
});
