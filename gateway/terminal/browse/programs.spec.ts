import { createHmac } from "node:crypto";
import { expect } from "@playwright/test";
import { shot } from "./stage/look";
import { person, PASSWORD, seat } from "./stage/people";
import { test } from "./stage/stage";

/** The code of an authenticator (RFC 6238: six digits, thirty seconds, SHA-1), of a secret in base 32. */
function codeOf(secret: string, step: number): string {
  const bits = [...secret.replace(/[\s=]/g, "")].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", key).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

test("a key is made, its secret shown once and good, and it is revoked by a typed word", async ({ page, venue, alice }) => {
  await seat(page, alice);
  await page.goto(`${venue.url}/terminal#/keys`);
  await page.getByLabel("Name").fill("<img src=x onerror=alert(1)>");
  await page.getByRole("button", { name: "Make the key" }).click();
  const key = { key: await page.getByTestId("new-key").innerText(), secret: await page.getByTestId("new-secret").innerText() };
  await shot(page, "new-key");
  expect((await venue.as<{ items: unknown[] }>(key, "GET", "/api/v1/orders")).items).toBeDefined();
  await page.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByText(key.secret)).toHaveCount(0);
  const row = page.getByRole("table", { name: "Keys" }).locator("tr", { hasText: "<img src=x" });
  await expect(row).toBeVisible();
  await expect(page.locator("img")).toHaveCount(0);
  await row.getByRole("button", { name: "Revoke" }).click();
  const dialog = page.getByRole("dialog", { name: "Revoke" });
  await expect(dialog.getByRole("button", { name: "Revoke" })).toBeDisabled();
  await dialog.getByLabel("Type REVOKE to go on").fill("REVOKE");
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(row).toContainText("Revoked");
  await expect(venue.as(key, "GET", "/api/v1/orders")).rejects.toThrow("KEY_REVOKED");
});

test("a second factor is set up, and asked for at the next log-in", async ({ page, venue }) => {
  const erin = await person(venue, "erin");
  await seat(page, erin);
  await page.goto(`${venue.url}/terminal#/settings`);
  const pane = page.getByRole("region", { name: "Second factor" });
  await pane.getByLabel("Password").fill(PASSWORD);
  await pane.getByRole("button", { name: "Set it up" }).click();
  const secret = await pane.getByLabel("Secret").innerText();
  await expect(pane.getByRole("img", { name: "The same for a camera" })).toBeVisible();
  const step = Math.floor(Date.now() / 30_000);
  await pane.getByLabel("Code that the authenticator shows").fill(codeOf(secret, step));
  await pane.getByRole("button", { name: "Switch it on" }).click();
  const paper = (await pane.getByLabel("Codes for paper").innerText()).split("\n");
  await shot(page, "second-factor");
  await page.getByRole("button", { name: "Log out" }).click();

  await page.goto(`${venue.url}/terminal#/login`);
  await page.getByLabel("E-mail").fill(erin.email);
  await page.getByLabel("Password").fill("a password that is not his");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.locator(".refusal")).toContainText("WRONG_CREDENTIALS");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByLabel("Code of your second factor").fill(paper[0] ?? "");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByTestId("ticket")).toBeVisible();
});
