import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
if (!CHROMIUM) throw new Error("the browser's tests need Chromium: apt-get install chromium");

/** The system's browser against a venue that each file starts itself; one at a time, since both live on the same cores. */
export default defineConfig({
  testDir: "browse",
  outputDir: "results",
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    launchOptions: { executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] },
    viewport: { width: 1440, height: 900 },
    trace: "off",
  },
});
