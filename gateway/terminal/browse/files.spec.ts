import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { order, person, RICH } from "./stage/people";
import { test } from "./stage/stage";
import { opened } from "./stage/trade";

async function saved(page: Page, tab: RegExp): Promise<{ name: string; lines: string[] }> {
  await page.getByRole("tablist", { name: "Account" }).getByRole("tab", { name: tab }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV", exact: true }).click()]);
  return { name: file.suggestedFilename(), lines: readFileSync(await file.path(), "utf8").trimEnd().split("\r\n") };
}

test("every tab of the account goes into a file, those of the venue with the hash of their frames", async ({ page, venue }) => {
  const [filippa, filemon] = [await person(venue, "filippa", "TRADER", RICH), await person(venue, "filemon", "TRADER", RICH)];
  const resting = await order(venue, filippa, "BUY", "0.3", "30000.00");
  await order(venue, filemon, "SELL", "2", "3000.00", "ETH-USD");
  await order(venue, filippa, "BUY", "1", "3000.00", "ETH-USD");
  await opened(page, venue, filippa);
  await expect(page.getByTestId("open-count")).toHaveText("1");

  const open = await saved(page, /^Open orders/);
  expect(open.name).toBe("open.csv");
  expect(open.lines[0]).toContain("id,clientOrderId,symbol,side");
  expect(open.lines[1]).toContain(`${resting.id},`);
  const fills = await saved(page, /^Fills/);
  expect(fills.lines).toHaveLength(2);
  expect(fills.lines[1]).toContain("ETH-USD,BUY,3000.00,1.");
  const [, first, last, hash] = /^fills-(\d+)-(\d+)-([0-9a-f]{16})\.csv$/.exec(fills.name) ?? [];
  const told = await venue.ask<{ journal: { first: number; last: number; hash: string } }>("GET", `/api/v1/exports/fills?format=json&toSequence=${last ?? ""}`, undefined, filippa.token);
  expect(told.journal).toMatchObject({ first: Number(first), last: Number(last), hash });
  expect((await saved(page, /^Order history/)).lines).toHaveLength(3);
  await page.getByLabel("This market only").check();
  const here = await saved(page, /^Order history/);
  expect(here.name).toContain("orders-BTC-USD-");
  expect(here.lines).toHaveLength(2);
  expect((await saved(page, /^Ledger/)).lines.length).toBeGreaterThan(3);
  expect((await saved(page, /^Balances/)).lines[0]).toBe("asset,total,available,held");
  expect((await saved(page, /^Positions/)).lines[0]).toContain("symbol,side,quantity");
  expect((await saved(page, /^Price alerts/)).lines).toHaveLength(1);
});
