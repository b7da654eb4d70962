import { sentence } from "../decimal/words";
import { api } from "../api/api";
import { problemOf } from "../api/problem";
import type { Instrument } from "../market/shapes";
import type { Fact } from "./act";

const MOST = 1000;

interface Standing { bids: { id: string }[]; asks: { id: string }[]; whole: boolean }

export function counted(count: number, isWhole: boolean): string {
  return `${isWhole ? "" : "at least "}${count.toLocaleString("en-US")}`;
}

/** A fact that could not be found out is told as such: nobody shall take it for none. */
export async function told(what: string, of: () => Promise<Fact>): Promise<Fact> {
  try {
    return await of();
  } catch (failure) {
    return { what, value: `not known: ${problemOf(failure).message}`, isGrave: true };
  }
}

function restingIn(symbol: string): Promise<Fact> {
  const what = `Orders resting in ${symbol}`;
  return told(what, async () => {
    const { bids, asks, whole } = await api.get<Standing>(`/market/${symbol}/orders`, { limit: MOST });
    const count = bids.length + asks.length;
    return { what, value: counted(count, whole), isGrave: count > 0 };
  });
}

/** What an act on one market touches. */
export async function onMarket(instrument: { symbol: string; phase: string }): Promise<Fact[]> {
  return [{ what: "Phase now", value: sentence(instrument.phase) }, await restingIn(instrument.symbol)];
}

/** What an act on every market touches. */
export async function onEveryMarket(): Promise<Fact[]> {
  const { items } = await api.get<{ items: Instrument[] }>("/instruments");
  const resting = await Promise.all(items.slice(0, 20).map(({ symbol }) => restingIn(symbol)));
  return [{ what: "Markets", value: String(items.length), isGrave: true }, ...resting];
}

/** What an act on one account touches. */
export async function onAccount(account: string): Promise<Fact[]> {
  return Promise.all([
    told("Open orders", async () => {
      const { items, next } = await api.get<{ items: { symbol: string }[]; next: string | null }>("/orders", { account, status: "OPEN", limit: MOST });
      const markets = new Set(items.map(({ symbol }) => symbol)).size;
      return { what: "Open orders", value: `${counted(items.length, next === null)}${markets > 0 ? ` in ${markets} markets` : ""}`, isGrave: items.length > 0 };
    }),
    told("Positions", async () => {
      const { items } = await api.get<{ items: { quantity: string }[] }>("/portfolio/positions", { account });
      return { what: "Positions, kept", value: String(items.filter(({ quantity }) => /[1-9]/.test(quantity)).length) };
    }),
    told("Keys", async () => {
      const { items } = await api.get<{ items: { status: string }[] }>(`/admin/accounts/${account}/api-keys`);
      return { what: "Keys that work", value: String(items.filter(({ status }) => status === "ACTIVE").length) };
    }),
  ]);
}
