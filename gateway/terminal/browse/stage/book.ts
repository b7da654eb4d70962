import { expect, type Page } from "@playwright/test";
import type { VenueProcess } from "./venue";

/** What the ladder shows, in words: price, bid, ask, highest first. */
export async function ladder(page: Page): Promise<string[]> {
  const rows = page.getByTestId("ladder-mirror").locator("tbody tr");
  return rows.evaluateAll((found) => found.map((row) => [...row.querySelectorAll("td")].slice(0, 3).map((cell) => cell.textContent).join("|")));
}

/** The same from the venue's answer to a question. */
export async function answered(venue: VenueProcess, symbol = "BTC-USD"): Promise<string[]> {
  const book = await venue.ask<{ bids: string[][]; asks: string[][] }>("GET", `/api/v1/market/${symbol}/book?depth=100`);
  return [...book.asks.toReversed().map(([price, size]) => `|${price}|${size}`), ...book.bids.map(([price, size]) => `${size}|${price}|`)];
}

/** One tick a row, so that rows are the levels of the book, and all of them that fit the screen. */
export async function ungrouped(page: Page): Promise<void> {
  const finer = page.getByRole("button", { name: "Finer grouping" });
  for (let step = 0; step < 13; step++) await finer.click();
  await expect(page.getByTitle("Ticks a row")).toHaveText("×1");
}

export async function expectSameBook(page: Page, venue: VenueProcess): Promise<void> {
  await expect.poll(async () => {
    const shown = await ladder(page);
    const all = new Set(await answered(venue));
    return shown.length > 0 && shown.every((row) => all.has(row)) ? "same" : shown.filter((row) => !all.has(row)).join(" ; ") || "empty";
  }).toBe("same");
}
