import { type Browser, expect, type Page } from "@playwright/test";
import { faults } from "./stage/look";
import { person, type Person, seat } from "./stage/people";
import { test } from "./stage/stage";
import { VenueProcess } from "./stage/venue";

async function confirmed(page: Page, reason: string, word: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByLabel(`Type ${word} to go on`).fill(word);
  // Nothing is sent before what it touches is known.
  await expect(dialog.locator("button[type=submit]")).toBeEnabled();
  await dialog.getByLabel(`Type ${word} to go on`).press("Enter");
  await expect(dialog).toHaveCount(0);
}

/** A person before a screen of his own. */
async function desk(browser: Browser, venue: VenueProcess, who: Person, hash: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await seat(page, who);
  await page.goto(`${venue.url}/terminal/${hash}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page;
}

test("what takes two is asked for by one, approved by the other, and then done once", async ({ browser }) => {
  const venue = new VenueProcess({ RIALTO_PEOPLE_FOUR_EYES: "on" });
  await venue.start();
  try {
    const olga = await person(venue, "olga", "ADMIN");
    // From now on there are two administrators: the key and Olga; what makes the third takes two itself.
    const igor = await person(venue, "igor");
    const role = `/api/v1/admin/users/2/role`;
    const asked = await venue.ask<{ id: string }>("POST", role, { role: "ADMIN" }, olga.token);
    await venue.as(venue.administrator(), "POST", `/api/v1/admin/changes/${asked.id}/approve`);
    await venue.ask("POST", role, { role: "ADMIN" }, olga.token);

    const hers = await desk(browser, venue, olga, "#/ops/fees");
    await hers.getByRole("button", { name: "New schedule" }).click();
    await hers.getByLabel("Number, 1 to 255").fill("7");
    await hers.getByLabel("Maker's rate").fill("0.0005");
    await hers.getByRole("button", { name: "Go on…" }).click();
    await expect(hers.getByRole("dialog").getByLabel("What it touches")).toContainText("0.05 %, 0.2 %");
    await confirmed(hers, "a quieter summer", "7");
    await expect(hers.getByRole("button", { name: /Nothing is done yet: it takes two/ })).toBeVisible();
    await expect(hers.getByText("None: everybody pays the markets' own rates.")).toBeVisible();

    const his = await desk(browser, venue, igor, "#/ops/approvals");
    const change = his.getByRole("table", { name: "Changes" }).getByRole("row", { name: /fee-schedules/ });
    await change.getByRole("button", { name: /^Approve change/ }).click();
    await expect(his.getByRole("dialog").getByLabel("What it touches")).toContainText("makerFeeRate");
    const number = /Type (\d+) to go on/.exec((await his.getByRole("dialog").textContent()) ?? "")?.[1] ?? "";
    await confirmed(his, "seen", number);
    await expect(change).toContainText("Approved");
    await expect(change.getByRole("button")).toHaveCount(0);

    await hers.getByRole("tab", { name: "Approvals" }).click();
    await hers.getByRole("button", { name: `Send change ${number}` }).click();
    await confirmed(hers, "a quieter summer", number);
    await expect(hers.getByRole("button", { name: /^Done/ })).toBeVisible();
    await expect(hers.getByRole("row", { name: /fee-schedules/ })).toContainText("Used");
    expect(await faults(hers)).toEqual([]);
    await hers.getByRole("tab", { name: "Fees" }).click();
    await expect(hers.getByRole("table", { name: "Fee schedules" })).toContainText("0.05 %, 0.2 %");
    expect(await faults(hers)).toEqual([]);
  } finally {
    await venue.close();
  }
});

test("a limit is loosened and a kill lifted by a second administrator, whatever the setting", async ({ browser, venue, alice }) => {
  const [nina, otto] = [await person(venue, "nina", "ADMIN"), await person(venue, "otto", "ADMIN")];
  await venue.ask("POST", "/api/v1/admin/limits", { account: alice.account, limit: "OPEN_ORDERS", value: "500" }, nina.token);
  const hers = await desk(browser, venue, nina, `#/ops/accounts?account=${alice.account}`);
  const form = hers.getByRole("form", { name: "Limit the account" });
  await expect(hers.getByRole("table", { name: "Limits of the account" })).toContainText("500");
  await form.getByLabel("Value").fill("900");
  await form.getByLabel("Value").press("Enter");
  await confirmed(hers, "she asked for it", alice.account);
  await expect(hers.getByRole("button", { name: /Nothing is done yet.*Proposal/ })).toBeVisible();

  await hers.getByRole("tab", { name: "Switches" }).click();
  await hers.getByLabel("Scope").selectOption("SYMBOL");
  await hers.getByLabel("Market", { exact: true }).first().fill("ETH-BTC");
  await hers.getByRole("button", { name: "Kill…" }).click();
  await expect(hers.getByRole("dialog").getByLabel("What it touches")).toContainText("Orders resting in ETH-BTC");
  await confirmed(hers, "a drill", "ETH-BTC");
  const held = hers.getByRole("table", { name: "Held back" });
  await expect(held).toContainText("Killed");
  expect(await faults(hers)).toEqual([]);
  await held.getByRole("button", { name: "Ask to lift it: symbol ETH-BTC" }).click();
  await confirmed(hers, "the drill is over", "ETH-BTC");

  const his = await desk(browser, venue, otto, "#/ops/approvals");
  for (const what of ["Open orders", "Symbol · ETH-BTC"]) {
    const row = his.getByRole("table", { name: "Proposals" }).getByRole("row", { name: new RegExp(what) });
    await row.getByRole("button", { name: /^Approve proposal/ }).click();
    const word = /Type (\d+) to go on/.exec((await his.getByRole("dialog").textContent()) ?? "")?.[1] ?? "";
    await confirmed(his, "seen", word);
    await expect(row).toContainText("Approved");
  }
  await expect(hers.getByText("Nobody is held back.")).toBeVisible();
  const limits = await venue.ask<{ items: { value: string }[] }>("GET", `/api/v1/admin/limits?account=${alice.account}`, undefined, nina.token);
  expect(limits.items[0]?.value).toBe("900");
});
