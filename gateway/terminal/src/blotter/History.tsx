import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { endedOrders, fills, onOrder } from "../account/holdings";
import type { Fill, Order } from "../account/shapes";
import { api } from "../api/api";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock, recent } from "../decimal/moments";
import { grouped, sentence, signed, signOf, trimmed } from "../decimal/words";
import { calm } from "../query/calm";
import { useQuery } from "../query/query";
import { ORDER_COLUMNS } from "./OpenOrders";

/** Orders that are over, and those that are not, newest first. */
export function OrderHistory({ symbol }: { symbol: string | null }) {
  const found = useQuery(() => api.get<{ items: Order[] }>("/orders", { symbol, limit: 100 }), [symbol]);
  useEffect(() => {
    const hear = calm(() => void found.reload(), 500);
    onOrder.add(hear);
    return () => {
      onOrder.delete(hear);
      hear.end();
    };
  }, [found]);
  return (
    <>
      <Refusal problem={found.problem.value} />
      <Table name="Order history" rows={found.data.value?.items ?? (endedOrders.value.length > 0 ? endedOrders.value : null)} columns={ORDER_COLUMNS} keyOf={(order) => order.id} empty="No orders yet." />
    </>
  );
}

const FILL_COLUMNS: readonly Column<Fill>[] = [
  { title: "Time", of: (fill) => recent(fill.time), class: () => "dim" },
  { title: "Market", of: (fill) => fill.symbol },
  { title: "Side", of: (fill) => sentence(fill.side), class: (fill) => (fill.side === "BUY" ? "up" : "down") },
  { title: "Price", isNumber: true, of: (fill) => grouped(fill.price) },
  { title: "Quantity", isNumber: true, of: (fill) => grouped(fill.quantity) },
  { title: "Value", isNumber: true, of: (fill) => grouped(fill.notional) },
  { title: "Fee", isNumber: true, of: (fill) => `${trimmed(fill.fee)} ${fill.feeAsset}` },
  { title: "As", of: (fill) => sentence(fill.liquidity) },
  { title: "Trade", isNumber: true, of: (fill) => fill.tradeId, class: () => "dim" },
];

export function Fills({ symbol }: { symbol: string | null }) {
  const rows = fills.value.filter((each) => symbol === null || each.symbol === symbol);
  return <Table name="Fills" rows={rows} columns={FILL_COLUMNS} keyOf={(fill) => `${fill.tradeId}-${fill.orderId}`} empty="No fills yet." />;
}

interface Posting {
  id: string;
  asset: string;
  purse: string;
  kind: string;
  amount: string;
  after: string;
  reference: string | null;
  time: string;
  sequence: number;
}

const POSTING_COLUMNS: readonly Column<Posting>[] = [
  { title: "Time", of: (line) => dayAndClock(line.time), class: () => "dim" },
  { title: "Kind", of: (line) => sentence(line.kind) },
  { title: "Asset", of: (line) => line.asset },
  { title: "Amount", isNumber: true, of: (line) => signed(line.amount), class: (line) => (signOf(line.amount) < 0 ? "down" : "up") },
  { title: "After", isNumber: true, of: (line) => grouped(line.after) },
  { title: "Purse", of: (line) => sentence(line.purse) },
  { title: "Reference", of: (line) => line.reference ?? "–", class: () => "dim" },
  { title: "Frame", isNumber: true, of: (line) => `#${line.sequence}`, class: () => "dim" },
];

const page = signal<string | null>(null);

/** Every movement of money, newest first. */
export function Ledger() {
  const found = useQuery(() => api.get<{ items: Posting[]; next: string | null }>("/ledger", { limit: 100, cursor: page.value }), [page.value], { everyMillis: 5_000 });
  const next = found.data.value?.next ?? null;
  return (
    <>
      <Refusal problem={found.problem.value} />
      <Table name="Ledger" rows={found.data.value?.items} columns={POSTING_COLUMNS} keyOf={(line) => `${line.sequence}-${line.id}`} empty="No money has moved yet." />
      <div class="row pages">
        {page.value !== null && <button type="button" onClick={() => (page.value = null)}>Newest</button>}
        {next !== null && <button type="button" onClick={() => (page.value = next)}>Older</button>}
      </div>
    </>
  );
}
