import { api } from "../api/api";
import { type Fact } from "../control/act";
import { counted, onAccount, onMarket, told } from "../control/impact";
import { compare, decimal, parse } from "../decimal/decimal";
import { sentence } from "../decimal/words";
import type { Instrument } from "../market/shapes";

export const SCOPES = ["ACCOUNT", "FIRM", "TRADER", "KEY", "SYMBOL"] as const;
export type Scope = (typeof SCOPES)[number];

/** How a target of each scope is written. */
export const TARGETS: Record<Scope, string> = {
  ACCOUNT: "Number of the account", FIRM: "Name of the firm", TRADER: "Number of the person", KEY: "Id of the key", SYMBOL: "Market",
};

const MOST = 1000;
const MOST_ACCOUNTS = 20;

interface Account { id: string; name: string; firm: string | null }
interface Open { side: string; symbol: string; price: string | null }
interface Level { id: string; price: string }
interface Page<T> { items: T[]; next: string | null }

/** What a kill or a suspension touches, asked of the venue before it can be sent. */
export async function onScope(scope: Scope, target: string): Promise<Fact[]> {
  switch (scope) {
    case "ACCOUNT": return onAccount(target);
    case "SYMBOL": return onMarket(await api.get<Instrument>(`/instruments/${encodeURIComponent(target)}`));
    case "TRADER": return onPerson(target);
    case "KEY": return onKey(target);
    case "FIRM": return onFirm(target);
  }
}

async function onPerson(number: string): Promise<Fact[]> {
  const person = await api.get<{ name: string; role: string; account: string | null }>(`/admin/users/${encodeURIComponent(number)}`);
  const facts: Fact[] = [{ what: "Person", value: `${person.name}, ${sentence(person.role).toLowerCase()}` }];
  return person.account && person.account !== "0" ? [...facts, ...(await onAccount(person.account))] : [...facts, { what: "Account", value: "none" }];
}

async function onKey(id: string): Promise<Fact[]> {
  const key = await api.get<{ label: string; account: string | null; status: string; scopes: string[] }>(`/admin/api-keys/${encodeURIComponent(id)}`);
  const facts: Fact[] = [{ what: "Key", value: `${key.label || "without a name"}, ${sentence(key.status).toLowerCase()}` }, { what: "It may", value: key.scopes.join(", "), isGrave: key.scopes.includes("admin") }];
  return key.account ? [...facts, { what: "Account", value: key.account }, ...(await onAccount(key.account))] : facts;
}

async function onFirm(name: string): Promise<Fact[]> {
  const { items, next } = await api.get<Page<Account>>("/admin/accounts", { limit: MOST });
  const mine = items.filter(({ firm }) => firm === name);
  const open = await told("Open orders", async () => {
    const pages = await Promise.all(mine.slice(0, MOST_ACCOUNTS).map(({ id }) => api.get<Page<unknown>>("/orders", { account: id, status: "OPEN", limit: MOST })));
    const count = pages.reduce((sum, page) => sum + page.items.length, 0);
    return { what: "Open orders", value: counted(count, mine.length <= MOST_ACCOUNTS && pages.every((page) => page.next === null)), isGrave: count > 0 };
  });
  return [{ what: "Accounts of the firm", value: counted(mine.length, next === null), isGrave: mine.length > 0 }, open];
}

/** Which orders a mass cancel is for; empty is any. */
export interface Net { readonly account: string; readonly symbol: string; readonly side: string; readonly lowest: string; readonly highest: string }

/** Whether the net would catch an order of that side and price. */
export function catches(net: Net, side: string, price: string | null): boolean {
  if (net.side && net.side !== side) return false;
  const [low, high] = [parse(net.lowest), parse(net.highest)];
  if (!low && !high) return true;
  if (price === null) return false;
  const at = decimal(price);
  return (!low || compare(at, low) >= 0) && (!high || compare(at, high) <= 0);
}

export async function onNet(net: Net): Promise<Fact[]> {
  const what = "Orders that it would take out";
  if (net.account) {
    return [await told(what, async () => {
      const { items, next } = await api.get<Page<Open>>("/orders", { account: net.account, symbol: net.symbol, status: "OPEN", limit: MOST });
      return fact(what, items.filter(({ side, price }) => catches(net, side, price)).length, next === null);
    })];
  }
  const symbols = net.symbol ? [net.symbol] : (await api.get<{ items: Instrument[] }>("/instruments")).items.map(({ symbol }) => symbol).slice(0, 20);
  return Promise.all(symbols.map((symbol) => told(`${what}, in ${symbol}`, async () => {
    const { bids, asks, whole } = await api.get<{ bids: Level[]; asks: Level[]; whole: boolean }>(`/market/${symbol}/orders`, { limit: MOST });
    const caught = bids.filter(({ price }) => catches(net, "BUY", price)).length + asks.filter(({ price }) => catches(net, "SELL", price)).length;
    return fact(`${what}, in ${symbol}`, caught, whole);
  })));
}

function fact(what: string, count: number, isWhole: boolean): Fact {
  return { what, value: counted(count, isWhole), isGrave: count > 0 };
}
