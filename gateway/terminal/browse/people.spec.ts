import { expect } from "@playwright/test";
import { order, person, RICH } from "./stage/people";
import { test } from "./stage/stage";
import { opened } from "./stage/trade";

test("when somebody else logs in beside it, a page is his: his orders, and none of whose it was", async ({ context, page, venue }) => {
  const [ida, jonas] = [await person(venue, "ida", "TRADER", RICH), await person(venue, "jonas", "TRADER", RICH)];
  await order(venue, ida, "BUY", "0.11", "30000.00");
  await order(venue, jonas, "BUY", "0.22", "30000.00");
  await order(venue, jonas, "BUY", "0.33", "30000.00");
  await opened(page, venue, ida);
  await expect(page.getByTestId("open-count")).toHaveText("1");

  const other = await context.newPage();
  await other.goto(`${venue.url}/terminal#/trade/BTC-USD`);
  await other.evaluate(
    (tokens) => localStorage.setItem("rialto.tokens", tokens),
    JSON.stringify({ accessToken: jonas.token, endsAt: Date.now() + 540_000, refreshToken: jonas.refreshToken }),
  );

  const table = page.getByRole("table", { name: "Open orders" });
  await expect(page.getByTestId("open-count")).toHaveText("2");
  await expect(table).toContainText("0.33");
  await expect(table).not.toContainText("0.11");
  await order(venue, ida, "BUY", "0.44", "30000.00");
  await order(venue, jonas, "BUY", "0.55", "30000.00");
  await expect(table).toContainText("0.55");
  await expect(table).not.toContainText("0.44");
});
