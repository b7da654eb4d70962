import { expect, type Page } from "@playwright/test";
import { type Person, seat } from "./people";
import type { VenueProcess } from "./venue";

/** The trading page of somebody, or of nobody. */
export async function opened(page: Page, venue: VenueProcess, who: Person | null, symbol = "BTC-USD"): Promise<Page> {
  if (who) await seat(page, who);
  await page.goto(`${venue.url}/terminal#/trade/${symbol}`);
  await expect(page.getByTestId("line")).toContainText("Live");
  await expect(page.getByRole("button", { name: symbol })).toBeVisible();
  return page;
}

/** A limit order, typed into the form. */
export async function limit(page: Page, side: "Buy" | "Sell", quantity: string, price: string, base = "BTC", quote = "USD"): Promise<void> {
  const form = page.getByTestId("ticket");
  await form.getByRole("button", { name: side, exact: true }).click();
  await form.getByLabel(`Price, ${quote}`).fill(price);
  await form.getByLabel(`Quantity, ${base}`).fill(quantity);
  await form.getByRole("button", { name: `${side} ${base}` }).click();
}
