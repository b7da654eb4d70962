import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** What a screen reader could not tell, or an eye not read; only contrast where the rest was looked at before. */
export async function faults(page: Page, isContrastOnly = false): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async (only) => {
    const axe = (window as unknown as { axe: { run: (context: Document, options: unknown) => Promise<Found> } }).axe;
    const runOnly = only ? ["color-contrast"] : ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
    const { violations } = await axe.run(document, { runOnly });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  }, isContrastOnly);
}

/** A picture for whoever wants to see: SHOTS names the folder. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env["SHOTS"];
  if (!folder) return;
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}/${name}.png` });
}

/** Everything that the page complains of by itself: scripts that fail, what its policy forbids. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && heard.push(message.text())));
  page.on("pageerror", (failure) => heard.push(failure.message));
  return heard;
}
