import { expect, type Page } from "@playwright/test";
import { faults } from "./stage/look";
import { order, person, type Person, seat } from "./stage/people";
import { test } from "./stage/stage";
import type { VenueProcess } from "./stage/venue";

const PARTS = ["Health", "Latency", "Journal", "Feeds", "Markets", "Accounts", "Switches", "Rates", "Fees", "People", "Dead letters", "Approvals", "Audit"];

async function opened(page: Page, venue: VenueProcess, who: Person, hash: string): Promise<void> {
  await seat(page, who);
  await page.goto(`${venue.url}/terminal/${hash}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

test("an administrator halts a market by keyboard, after seeing what it touches", async ({ page, venue, alice }) => {
  const admin = await person(venue, "olga", "ADMIN");
  await order(venue, alice, "BUY", "2", "0.05000", "ETH-BTC");
  await opened(page, venue, admin, "#/ops/markets");
  await page.getByRole("button", { name: "Halt ETH-BTC" }).press("Enter");

  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("What it touches")).toContainText("Orders resting in ETH-BTC1");
  const send = dialog.getByRole("button", { name: "Halt ETH-BTC" });
  await dialog.getByLabel("Reason").fill("a drill");
  await dialog.getByLabel("Type ETH-BTC to go on").fill("ETH-BTX");
  await expect(send).toBeDisabled();
  await dialog.getByLabel("Type ETH-BTC to go on").fill("ETH-BTC");
  await dialog.getByLabel("Type ETH-BTC to go on").press("Enter");
  await expect(page.getByRole("row", { name: /ETH-BTC/ })).toContainText("Halt");

  await page.getByRole("button", { name: "Cancel all in ETH-BTC" }).click();
  await dialog.getByLabel("Reason").fill("für die Übung");
  await dialog.getByLabel("Type ETH-BTC to go on").fill("ETH-BTC");
  await dialog.getByRole("button", { name: "Cancel all orders in ETH-BTC" }).click();
  await expect(page.getByRole("button", { name: /1 orders cancelled/ })).toBeVisible();

  await page.getByRole("tab", { name: "Audit" }).click();
  const list = page.getByRole("table", { name: "Audit list" });
  await expect(list).toContainText("a drill");
  await expect(list).toContainText("für die Übung");
  await venue.as(venue.administrator(), "POST", "/api/v1/admin/resume", { symbol: "ETH-BTC" });
});

test("limits of requests, a market's terms and a key are changed behind their impact", async ({ page, venue, alice }) => {
  const admin = await person(venue, "oskar", "ADMIN");
  await opened(page, venue, admin, "#/ops/rates");
  const dialog = page.getByRole("dialog");
  async function confirm(word: string): Promise<void> {
    await dialog.getByLabel("Reason").fill("a drill");
    await dialog.getByLabel(`Type ${word} to go on`).fill(word);
    await expect(dialog.locator("button[type=submit]")).toBeEnabled();
    await dialog.getByLabel(`Type ${word} to go on`).press("Enter");
    await expect(dialog).toHaveCount(0);
  }
  await page.getByRole("button", { name: "Change Premium accounts" }).click();
  const burst = dialog.getByLabel("Weight at once");
  const before = await burst.inputValue();
  await burst.fill("1.5");
  await expect(dialog.getByText("A whole number")).toBeVisible();
  await burst.fill(String(Number(before) + 1));
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByLabel("What it touches")).toContainText("Weight at once, then");
  await confirm("PREMIUM");
  await expect(page.getByRole("table", { name: "Plans" })).toContainText((Number(before) + 1).toLocaleString("en-US"));

  await page.getByRole("tab", { name: "Markets" }).click();
  await page.getByRole("button", { name: "Terms of ETH-EUR" }).or(page.getByRole("button", { name: /^Terms of ETH-BTC/ })).first().click();
  const form = page.getByRole("form", { name: /^Change a term of/ });
  const symbol = (/of (\S+)$/.exec((await form.getAttribute("aria-label")) ?? "") ?? [])[1] ?? "";
  await form.getByLabel("Parameter").selectOption("MAX_QUANTITY_LOTS");
  await form.getByLabel(/^Value/).fill("500000.5");
  await form.getByLabel("In force").selectOption("PRE_OPEN");
  await form.getByRole("button", { name: "Change…" }).click();
  await confirm(symbol);
  const later = page.getByRole("table", { name: "Changes to come" });
  await expect(later).toContainText("500000.5");
  await later.getByRole("button", { name: /^Withdraw change/ }).click();
  await confirm(symbol);
  await expect(later).toHaveCount(0);

  const key = await venue.as<{ key: string }>(venue.administrator(), "POST", `/api/v1/admin/accounts/${alice.account}/api-keys`, { label: "robot", scopes: ["read", "trade"] });
  await page.goto(`${venue.url}/terminal/#/ops/accounts?account=${alice.account}`);
  await page.getByRole("button", { name: `Revoke key ${key.key}` }).click();
  await expect(dialog.getByLabel("What it touches")).toContainText("read, trade");
  await confirm(key.key);
  await expect(page.getByRole("table", { name: "Keys of the account" }).getByRole("row", { name: /robot/ })).toContainText("Revoked");
});

test("a role is offered what it may do, and what is refused is told in words", async ({ page, venue }) => {
  const auditor = await person(venue, "anton", "AUDITOR");
  await opened(page, venue, auditor, "#/ops/markets");
  await expect(page.getByRole("row", { name: /BTC-USD/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /Halt|Resume|Cancel/ })).toHaveCount(0);
  await expect(page.getByRole("tab", { name: "Latency" })).toHaveCount(0);
  await page.route("**/api/v1/admin/audit/verify", (route) => route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify({ status: 503, code: "AUDIT_AWAY", title: "The <b>audit list</b> is away." }) }));
  await page.getByRole("tab", { name: "Audit" }).click();
  await page.getByRole("button", { name: "Check the chain" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "AUDIT_AWAY" })).toContainText("The <b>audit list</b> is away.");
});

test("every part of operations can be heard, in dark and in light", async ({ page, venue }) => {
  const admin = await person(venue, "ada", "ADMIN");
  const wrong: string[] = [];
  page.on("pageerror", (failure) => wrong.push(failure.message));
  await opened(page, venue, admin, "#/ops/health");
  for (const [at, part] of PARTS.entries()) {
    const theme = at % 2 === 0 ? "dark|green" : "light|green";
    await page.getByLabel("Theme", { exact: true }).selectOption(theme);
    await page.getByRole("tab", { name: part, exact: true }).click();
    await expect(page.locator("main .pane").first()).toBeVisible();
    await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);
    expect(await faults(page), `${part} in ${theme}`).toEqual([]);
  }
  expect(wrong).toEqual([]);
});
