import { signal } from "@preact/signals";
import { api } from "../api/api";
import { say } from "../shell/notes";
import { venue } from "../stream/venue";
import type { Message } from "../stream/wire";
import { type Balance, type Fill, isOpen, type Order, type Position } from "./shapes";

type Told<T> = Message<T & { items: T[] }>;

const KEPT_FILLS = 200;

export const openOrders = signal<ReadonlyMap<string, Order>>(new Map());
/** The newest state of each order that was open here and is not any more, newest first. */
export const endedOrders = signal<readonly Order[]>([]);
export const fills = signal<readonly Fill[]>([]);
export const balances = signal<ReadonlyMap<string, Balance>>(new Map());
export const positions = signal<ReadonlyMap<string, Position>>(new Map());

/** Hear of each order as a frame left it. */
export const onOrder = new Set<(order: Order) => void>();

function ended(order: Order): void {
  endedOrders.value = [order, ...endedOrders.value.filter((each) => each.id !== order.id)].slice(0, KEPT_FILLS);
}

/** An order that ended while nobody listened: how it ended is asked. */
async function askAfter(id: string): Promise<void> {
  try {
    const order = await api.get<Order>(`/orders/${id}`);
    if (!isOpen(order)) ended(order);
  } catch {
    // It stays what was seen last.
  }
}

function ordersTold({ type, data }: Told<Order>): void {
  if (type === "SNAPSHOT") {
    const before = [...openOrders.value.keys()];
    openOrders.value = new Map(data.items.map((order) => [order.id, order]));
    for (const id of before) if (!openOrders.value.has(id)) void askAfter(id);
    return;
  }
  const before = openOrders.value.get(data.id);
  if (before && before.version > data.version) return;
  const next = new Map(openOrders.value);
  if (isOpen(data)) next.set(data.id, data);
  else {
    next.delete(data.id);
    ended(data);
  }
  openOrders.value = next;
  for (const hear of onOrder) hear(data);
}

function fillsTold({ type, data }: Told<Fill>): void {
  if (type === "SNAPSHOT") {
    fills.value = data.items;
    return;
  }
  if (fills.value.some((each) => each.tradeId === data.tradeId && each.orderId === data.orderId)) return;
  fills.value = [data, ...fills.value].slice(0, KEPT_FILLS);
  say(`${data.side === "BUY" ? "Bought" : "Sold"} ${data.quantity} ${data.symbol} at ${data.price}`, "good");
}

function keyed<T>(into: typeof balances | typeof positions, keyOf: (each: T) => string) {
  const target = into as unknown as { value: ReadonlyMap<string, T> };
  return ({ type, data }: Told<T>): void => {
    if (type === "SNAPSHOT") target.value = new Map(data.items.map((each) => [keyOf(each), each]));
    else target.value = new Map(target.value).set(keyOf(data), data);
  };
}

/** Follows everything that the account holds, until the answered function is called. */
export function followHoldings(): () => void {
  const ends = [
    venue.follow<Order & { items: Order[] }>({ channel: "orders" }, ordersTold),
    venue.follow<Fill & { items: Fill[] }>({ channel: "fills" }, fillsTold),
    venue.follow<Balance & { items: Balance[] }>({ channel: "balances" }, keyed<Balance>(balances, (each) => each.asset)),
    venue.follow<Position & { items: Position[] }>({ channel: "positions" }, keyed<Position>(positions, (each) => each.symbol)),
  ];
  return () => {
    for (const end of ends) end();
    openOrders.value = new Map();
    endedOrders.value = [];
    fills.value = [];
    balances.value = new Map();
    positions.value = new Map();
  };
}
