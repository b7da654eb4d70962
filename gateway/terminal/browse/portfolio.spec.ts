import { expect } from "@playwright/test";
import { faults } from "./stage/look";
import { order, person, seat } from "./stage/people";
import { test } from "./stage/stage";

test("a trader sees his worth, and takes his fills home", async ({ page, venue, alice, bob }) => {
  await order(venue, bob, "SELL", "1", "2000.00", "ETH-USD");
  await order(venue, alice, "BUY", "1", "2000.00", "ETH-USD");
  await seat(page, alice, "light|green");
  await page.goto(`${venue.url}/terminal/#/portfolio`);
  await expect(page.getByRole("table", { name: "Attribution" })).toContainText("ETH-USD");
  await expect(page.getByRole("table", { name: "Statement" })).toContainText("USD");
  await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);
  expect(await faults(page)).toEqual([]);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the file" }).click()]);
  expect(file.suggestedFilename()).toBe("fills.csv");
});

test("a risk officer makes a rule, and what is refused stands at its field", async ({ page, venue, alice }) => {
  const officer = await person(venue, "rita", "RISK");
  await seat(page, officer);
  await page.goto(`${venue.url}/terminal/#/risk/rules`);
  await page.getByRole("button", { name: "New rule" }).click();
  const form = page.getByRole("form", { name: "Rule", exact: true });
  await form.getByLabel("Name").fill("no whales");
  await form.getByLabel("Asset").fill("USD");
  await form.getByLabel("Account").fill(alice.account);
  await form.getByLabel("Limit", { exact: true }).fill("a lot");
  await form.getByLabel("Limit", { exact: true }).press("Enter");
  await expect(form.getByLabel("Limit", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(form.getByLabel("Name")).toHaveValue("no whales");
  await form.getByLabel("Limit", { exact: true }).fill("900000000");
  await form.getByLabel("Limit", { exact: true }).press("Enter");
  const rules = page.getByRole("table", { name: "Risk rules" });
  await expect(rules).toContainText("no whales");
  expect(await faults(page)).toEqual([]);
  await rules.getByRole("button", { name: /^Delete rule/ }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("a test");
  const word = /Type (\d+) to go on/;
  const label = await page.getByRole("dialog").getByText(word).textContent();
  await page.getByRole("dialog").getByLabel(word).fill(word.exec(label ?? "")?.[1] ?? "");
  await page.getByRole("dialog").getByLabel(word).press("Enter");
  await expect(page.getByText("There is no rule yet")).toBeVisible();
});
