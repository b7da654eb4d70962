import { expect } from "@playwright/test";
import { faults } from "./stage/look";
import { order, person, seat } from "./stage/people";
import { test } from "./stage/stage";

test("an auditor travels to a frame, and the book is what it was", async ({ page, venue, alice, bob }) => {
  const auditor = await person(venue, "arthur", "AUDITOR");
  await seat(page, auditor);
  const first = await order(venue, alice, "BUY", "3", "2000.00", "ETH-USD");
  const second = await order(venue, alice, "BUY", "1", "2001.00", "ETH-USD");
  const third = await order(venue, bob, "SELL", "4", "2000.00", "ETH-USD");

  await page.goto(`${venue.url}/terminal/#/journal?book=ETH-USD&seq=${second.sequence}`);
  const bids = page.getByRole("table", { name: "Bids" });
  await expect(bids.locator("tbody tr")).toHaveText([/2,001\.00\s*1\s*1/, /2,000\.00\s*3\s*1/]);
  const now = await venue.ask<{ bids: unknown[] }>("GET", "/api/v1/market/ETH-USD/book");
  expect(now.bids).toEqual([]);

  const list = page.getByRole("listbox", { name: "Frames" });
  await expect(list.getByRole("option", { selected: true })).toContainText(String(second.sequence));
  await page.getByRole("button", { name: "Pin A" }).click();
  await list.focus();
  while (!page.url().includes(`seq=${third.sequence}`)) await list.press("ArrowUp");
  await page.getByRole("button", { name: "Pin B" }).click();
  await expect(page.getByRole("table", { name: "Difference of the book" }).locator("tbody tr")).toHaveText([/2,001\.00.*-1/, /2,000\.00.*-3/]);

  await page.getByRole("tab", { name: "Book", exact: true }).click();
  await expect(page.getByRole("table", { name: "Changed levels" }).locator("tbody tr")).toHaveText([/2,001\.00.*-1/, /2,000\.00.*-3/]);
  await list.press("PageDown");
  await expect(page).toHaveURL(new RegExp(`seq=${third.sequence - 10}`));
  await list.press("PageUp");
  await list.press("Control+ArrowDown");
  await expect(page).toHaveURL(new RegExp(`seq=${second.sequence}`));
  await list.press("Control+ArrowUp");
  await expect(page).toHaveURL(new RegExp(`seq=${third.sequence}`));
  await list.press("Shift+ArrowDown");
  await expect(page).toHaveURL(new RegExp(`seq=${Math.max(1, third.sequence - 100)}&`));
  const fast = page.getByRole("button", { name: "Play 100 frames a second" });
  await fast.click();
  await expect(fast).toHaveAttribute("aria-pressed", "true");
  await expect(fast).toHaveAttribute("aria-pressed", "false");
  expect(Number(/seq=(\d+)/.exec(page.url())?.[1])).toBeGreaterThanOrEqual(third.sequence);
  await page.goto(`${venue.url}/terminal/#/journal?panel=account&who=${bob.account}&seq=${third.sequence}&fromSeq=${first.sequence}&toSeq=${third.sequence}`);
  await expect(page.getByText("every amount leads to the balance behind it")).toBeVisible();
  await expect(page.getByText("comes to the balance that was run again")).toBeVisible();
  await expect(list.getByRole("option")).toHaveCount(third.sequence - first.sequence + 1);
  await page.getByRole("tab", { name: "Cause" }).click();
  await expect(page.getByRole("tabpanel")).toContainText("TradeExecuted");
  await expect(page.getByText("All postings of this frame come to")).toBeVisible();
  await page.getByRole("tab", { name: "Order", exact: true }).click();
  await page.getByLabel("Order, then Enter").fill(first.id);
  await page.getByLabel("Order, then Enter").press("Enter");
  await expect(page.getByRole("table", { name: `Life of order ${first.id}` })).toContainText("OrderAccepted");
  await page.getByRole("tab", { name: "Raw" }).click();
  await expect(page.getByText("Hash of the frame before")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Hash of the frame before")).toBeVisible();
});

test("what the venue refuses of a filter is told at its field", async ({ page, venue, alice }) => {
  await seat(page, alice, "light|green");
  await page.goto(`${venue.url}/terminal/#/journal`);
  const filters = page.getByRole("form", { name: "Filters" });
  await filters.getByLabel("Type").fill("<b>NoSuch</b>");
  await filters.getByLabel("Type").press("Enter");
  await expect(filters.getByLabel("Type")).toHaveAttribute("aria-invalid", "true");
  await expect(filters.getByLabel("Type")).toHaveValue("<b>NoSuch</b>");
  await filters.getByLabel("Type").fill("Deposit");
  await filters.getByLabel("Type").press("Enter");
  await expect(page).toHaveURL(/type=Deposit/);
  await expect(page.getByRole("listbox", { name: "Frames" }).getByRole("option").first()).toContainText("Deposit");
  for (const part of ["Book", "Account", "Cause", "Raw"]) {
    await page.getByRole("tab", { name: part, exact: true }).click();
    await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);
    expect(await faults(page), part).toEqual([]);
  }
});
