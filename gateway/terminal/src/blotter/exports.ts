import { balances, openOrders, positions } from "../account/holdings";
import type { Balance, Order, Position } from "../account/shapes";
import { alerts, type PriceAlert } from "../alerts/alerts";
import { csvOf, narrowed } from "../files/csv";
import { fetched, give } from "../files/save";
import { say } from "../shell/notes";

/** What the venue itself makes a file of, with the hash of the journal behind it. */
const KINDS: Readonly<Record<string, string>> = { history: "orders", fills: "fills", ledger: "ledger" };

const ORDER: readonly (keyof Order)[] = [
  "id", "clientOrderId", "symbol", "side", "type", "timeInForce", "price", "triggerPrice", "quantity", "quoteAmount", "executed",
  "remaining", "averagePrice", "status", "sequence", "createdAt", "updatedAt",
];
const BALANCE: readonly (keyof Balance)[] = ["asset", "total", "available", "held"];
const POSITION: readonly (keyof Position)[] = ["symbol", "side", "quantity", "averagePrice", "markPrice", "unrealised", "realised", "liquidationPrice"];
const ALERT: readonly (keyof PriceAlert)[] = ["id", "symbol", "direction", "price", "repeated", "active", "times"];

/** What only this page shows, as it shows it now. */
function shown(tab: string, symbol: string | null): string | null {
  const ofMarket = ({ symbol: each }: { symbol: string }): boolean => symbol === null || each === symbol;
  if (tab === "open") return csvOf([...openOrders.peek().values()].filter(ofMarket), ORDER);
  if (tab === "balances") return csvOf([...balances.peek().values()], BALANCE);
  if (tab === "positions") return csvOf([...positions.peek().values()], POSITION);
  if (tab === "alerts") return csvOf(alerts.peek(), ALERT);
  return null;
}

/** From which frames the venue made a file; its name tells it, so that the file can be checked wherever it goes. */
export function nameOf(kind: string, headers: Headers, symbol: string | null): string {
  const [first, last, hash] = ["First", "Last", "Hash"].map((part) => headers.get(`X-Journal-${part}`) ?? "");
  return `${[kind, symbol, first, last, hash].filter(Boolean).join("-")}.csv`;
}

/** The tab as a file: of all that the account has there; of one market where only that is shown. */
export async function saveTab(tab: string, symbol: string | null): Promise<void> {
  const here = shown(tab, symbol);
  if (here !== null) return give(here, `${symbol ? `${tab}-${symbol}` : tab}.csv`);
  const kind = KINDS[tab] ?? tab;
  const only = tab === "ledger" ? null : symbol;
  const { body, headers } = await fetched(`/exports/${kind}`, { format: "csv" });
  const name = nameOf(kind, headers, only);
  give(only === null ? String(body) : narrowed(String(body), "symbol", only), name);
  const isWhole = headers.get("X-Export-Whole") !== "false";
  say(`${name}: frames ${headers.get("X-Journal-First") ?? "?"} to ${headers.get("X-Journal-Last") ?? "?"}${isWhole ? "" : ", older rows are no longer kept"}`, isWhole ? "good" : "bad");
}
