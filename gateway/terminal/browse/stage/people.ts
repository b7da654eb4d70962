import type { Page } from "@playwright/test";
import type { VenueProcess } from "./venue";

export const PASSWORD = "a quiet morning in Trieste";

export interface Person {
  readonly email: string;
  readonly token: string;
  readonly refreshToken: string;
  readonly account: string;
}

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

/** Registered and logged in, with money where he trades. */
export async function person(venue: VenueProcess, name: string, role = "TRADER", money: Record<string, string> = {}): Promise<Person> {
  const email = `${name}@example.com`;
  await venue.ask("POST", "/api/v1/auth/register", { email, password: PASSWORD, name: `${name} of the tests` });
  const tokens = await venue.ask<Tokens>("POST", "/api/v1/auth/login", { email, password: PASSWORD });
  const me = await venue.ask<{ id: string; account: string }>("GET", "/api/v1/users/me", undefined, tokens.accessToken);
  const key = venue.administrator();
  if (role !== "TRADER") await venue.as(key, "POST", `/api/v1/admin/users/${me.id}/role`, { role });
  for (const [asset, amount] of Object.entries(money)) {
    await venue.as(key, "POST", "/api/v1/admin/deposits", { account: me.account, asset, amount });
  }
  return { email, token: tokens.accessToken, refreshToken: tokens.refreshToken, account: me.account };
}

/** The same person with a token that has just begun: one ends after minutes. */
export async function again(venue: VenueProcess, who: Person): Promise<Person> {
  const tokens = await venue.ask<Tokens>("POST", "/api/v1/auth/login", { email: who.email, password: PASSWORD });
  return { ...who, token: tokens.accessToken, refreshToken: tokens.refreshToken };
}

export const RICH = { USD: "10000000", BTC: "100", ETH: "1000", EUR: "1000000" };

/** The page of somebody who is logged in, without going through the form. */
export async function seat(page: Page, who: Person, theme = "dark|green"): Promise<void> {
  await page.addInitScript(
    ([tokens, colours]) => {
      if (!localStorage.getItem("rialto.tokens")) localStorage.setItem("rialto.tokens", tokens ?? "");
      localStorage.setItem("rialto.theme", colours ?? "");
    },
    [JSON.stringify({ accessToken: who.token, endsAt: Date.now() + 540_000, refreshToken: who.refreshToken }), theme],
  );
}

export async function order(venue: VenueProcess, who: Person, side: "BUY" | "SELL", quantity: string, price: string, symbol = "BTC-USD"): Promise<{ id: string; sequence: number }> {
  return venue.ask("POST", "/api/v1/orders", { symbol, side, type: "LIMIT", price, quantity }, who.token);
}

/** A book with some depth around 50,000, a few trades in it. */
export async function market(venue: VenueProcess, maker: Person, taker: Person): Promise<void> {
  for (let level = 1; level <= 12; level++) {
    await order(venue, maker, "BUY", `0.${level}5`, `${50_000 - level * 5}.00`);
    await order(venue, maker, "SELL", `0.${level}2`, `${50_000 + level * 5}.00`);
  }
  for (const [side, quantity] of [["BUY", "0.1"], ["SELL", "0.2"], ["BUY", "0.05"], ["BUY", "0.3"], ["SELL", "0.08"]] as const) {
    await order(venue, taker, side, quantity, side === "BUY" ? "50100.00" : "49900.00");
  }
}
