import { useState } from "preact/hooks";
import { openOrders } from "../account/holdings";
import type { Order } from "../account/shapes";
import { api } from "../api/api";
import { problemOf } from "../api/problem";
import { type Column, Table } from "../controls/Table";
import { recent } from "../decimal/moments";
import { grouped, like, sentence, trimmed } from "../decimal/words";
import { bySymbol } from "../market/instruments";
import { say } from "../shell/notes";
import { AmendDialog } from "./AmendDialog";

export async function cancel(order: Order): Promise<void> {
  try {
    await api.remove(`/orders/${order.id}`);
  } catch (failure) {
    say(`Order ${order.id} was not cancelled: ${problemOf(failure).message}`, "bad");
  }
}

export async function cancelAll(symbol?: string): Promise<void> {
  try {
    const { cancelled } = await api.remove<{ cancelled: number }>("/orders", { symbol });
    say(`${cancelled} ${cancelled === 1 ? "order" : "orders"} cancelled`);
  } catch (failure) {
    say(`Nothing was cancelled: ${problemOf(failure).message}`, "bad");
  }
}

export const ORDER_COLUMNS: readonly Column<Order>[] = [
  { title: "Time", of: (order) => recent(order.createdAt), class: () => "dim" },
  { title: "Market", of: (order) => order.symbol },
  { title: "Side", of: (order) => sentence(order.side), class: (order) => (order.side === "BUY" ? "up" : "down") },
  { title: "Type", of: (order) => `${sentence(order.type)} ${order.timeInForce}` },
  { title: "Price", isNumber: true, of: (order) => grouped(order.price) },
  { title: "Trigger", isNumber: true, of: (order) => grouped(order.triggerPrice) },
  { title: "Quantity", isNumber: true, of: (order) => (order.quantity ? grouped(order.quantity) : trimmed(order.quoteAmount)) },
  { title: "Filled", isNumber: true, of: (order) => grouped(order.executed) },
  { title: "Average", isNumber: true, of: (order) => like(order.averagePrice, order.price ?? bySymbol.value.get(order.symbol)?.tickSize) },
  { title: "State", of: (order) => (order.reason ? `${sentence(order.status)}: ${sentence(order.reason).toLowerCase()}` : sentence(order.status)) },
];

/** What is open now, newest first; the stream keeps it so. */
export function OpenOrders({ symbol }: { symbol: string | null }) {
  const [amended, setAmended] = useState<Order | null>(null);
  const rows = [...openOrders.value.values()].filter((each) => symbol === null || each.symbol === symbol).reverse();
  const columns: Column<Order>[] = [
    ...ORDER_COLUMNS,
    {
      title: "",
      of: (order) => (
        <span class="acts">
          <button type="button" onClick={() => setAmended(order)} aria-label={`Amend order ${order.id}`}>Amend</button>
          <button type="button" onClick={() => void cancel(order)} aria-label={`Cancel order ${order.id}`}>Cancel</button>
        </span>
      ),
    },
  ];
  return (
    <>
      <Table name="Open orders" rows={rows} columns={columns} keyOf={(order) => order.id} empty="No open orders." />
      {amended && <AmendDialog order={amended} onClose={() => setAmended(null)} />}
    </>
  );
}
