import { expect, type Page } from "@playwright/test";
import { faults } from "./stage/look";
import { order, person, RICH, seat } from "./stage/people";
import { test } from "./stage/stage";
import { opened } from "./stage/trade";

/** What the browser was told to show, and the tones that were begun; the page is one that nobody looks at where it is told so. */
async function witnessed(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard = { shown: [] as string[], tones: 0, asked: 0, isHidden: false };
    (window as unknown as { heard: typeof heard }).heard = heard;
    class Shown {
      static permission = "default";
      static requestPermission(): Promise<string> {
        heard.asked++;
        return Promise.resolve((Shown.permission = "granted"));
      }
      constructor(title: string, { body }: { body: string }) {
        heard.shown.push(`${title} ${body}`);
      }
    }
    (window as unknown as { Notification: unknown }).Notification = Shown;
    const make = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function () {
      heard.tones++;
      return make.call(this);
    };
    Object.defineProperty(document, "hidden", { get: () => heard.isHidden });
  });
}

function heard(page: Page): Promise<{ shown: string[]; tones: number; asked: number }> {
  return page.evaluate(() => (window as unknown as { heard: { shown: string[]; tones: number; asked: number } }).heard);
}

async function hide(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((value) => void ((window as unknown as { heard: { isHidden: boolean } }).heard.isHidden = value), isHidden);
}

test("the browser tells of a fill while nobody looks, once it was asked to and never before", async ({ page, venue }) => {
  const [pia, quin] = [await person(venue, "pia", "TRADER", RICH), await person(venue, "quin", "TRADER", RICH)];
  await witnessed(page);
  await seat(page, pia);
  await page.goto(`${venue.url}/terminal#/notifications?tab=preferences`);
  const choices = page.getByRole("group", { name: "Browser notifications" });
  await expect(choices.getByLabel("Fills")).not.toBeChecked();
  expect((await heard(page)).asked).toBe(0);
  await choices.getByLabel("Fills").check();
  await expect.poll(async () => (await heard(page)).asked).toBe(1);
  expect(await faults(page)).toEqual([]);
  await expect(page.getByTestId("line")).toContainText("Live");

  await hide(page, true);
  await order(venue, pia, "BUY", "1", "2500.00", "ETH-USD");
  await order(venue, quin, "SELL", "1", "2500.00", "ETH-USD");
  await expect.poll(async () => (await heard(page)).shown.length).toBe(1);
  expect((await heard(page)).shown[0]).toContain("ETH-USD");
  await choices.getByLabel("Fills").uncheck();
  await page.reload();
  await expect(choices.getByLabel("Fills")).not.toBeChecked();
});

test("trades are heard when that is wanted, above the size that is shown, and never of a page that is hidden", async ({ page, venue }) => {
  const [rosa, sam] = [await person(venue, "rosa", "TRADER", RICH), await person(venue, "sam", "TRADER", RICH)];
  const trade = async (quantity: string): Promise<void> => {
    await order(venue, rosa, "SELL", quantity, "2600.00", "ETH-USD");
    await order(venue, sam, "BUY", quantity, "2600.00", "ETH-USD");
  };
  const rows = page.getByTestId("tape").locator("tbody tr");
  await witnessed(page);
  await opened(page, venue, rosa, "ETH-USD");
  await expect(rows.first()).toBeVisible();
  const before = await rows.count();
  await trade("1");
  await expect(rows).toHaveCount(before + 1);
  expect((await heard(page)).tones).toBe(0);

  await page.getByRole("button", { name: "Sound" }).click();
  await trade("2");
  await expect.poll(async () => (await heard(page)).tones).toBe(1);
  await page.getByLabel("Smallest trade shown").fill("30");
  await trade("25");
  await trade("40");
  await expect.poll(async () => (await heard(page)).tones).toBe(2);
  await hide(page, true);
  await trade("35");
  await expect(rows).toHaveCount(2);
  expect((await heard(page)).tones).toBe(2);
});

test("webhooks and subscriptions are made and taken back, and a secret is shown once", async ({ page, venue }) => {
  const uma = await person(venue, "uma");
  await seat(page, uma, "light|green");
  await page.goto(`${venue.url}/terminal#/notifications?tab=webhooks`);
  await page.getByLabel("Address").fill("http://127.0.0.1:1/inside");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByLabel("Address")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Address")).toHaveValue("http://127.0.0.1:1/inside");
  await page.getByLabel("Address").fill("https://localhost/a");
  await page.getByRole("button", { name: "Add it" }).click();
  const secret = (await page.getByTestId("webhook-secret").textContent()) ?? "";
  expect(secret).toMatch(/^\S{32,}$/);
  await page.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByText(secret)).toHaveCount(0);
  await expect(page.getByRole("table", { name: "Webhooks" })).toContainText("https://localhost/a");
  const { items } = await venue.ask<{ items: { url: string }[] }>("GET", "/api/v1/webhooks", undefined, uma.token);
  expect(items.map(({ url }) => url)).toEqual(["https://localhost/a"]);
  expect(await faults(page)).toEqual([]);

  await page.getByRole("tab", { name: "Subscriptions" }).click();
  const form = page.getByRole("form", { name: "New subscription" });
  await form.getByLabel("Only if").fill("price = <b>");
  await form.getByRole("button", { name: "Subscribe" }).click();
  await expect(form.getByLabel("Only if")).toHaveAttribute("aria-invalid", "true");
  await form.getByLabel("Only if").fill("");
  await form.getByRole("button", { name: "Subscribe" }).click();
  const all = page.getByRole("table", { name: "Subscriptions" });
  await expect(all).toContainText("Market data");
  expect(await faults(page)).toEqual([]);
  await venue.as(venue.administrator(), "POST", "/api/v1/admin/halt", { symbol: "ETH-BTC", reason: "a test of the bell" });
  await expect(page.getByRole("button", { name: /ETH-BTC/ })).toBeVisible();
  await venue.as(venue.administrator(), "POST", "/api/v1/admin/resume", { symbol: "ETH-BTC" });
  await all.getByRole("button", { name: /^Take back/ }).click();
  await expect(page.getByText("None: what is told is about the account alone.")).toBeVisible();
});
