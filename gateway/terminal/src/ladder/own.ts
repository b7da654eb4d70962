import type { Order } from "../account/shapes";
import { QueueEstimate } from "../book/queue";
import { unitsAt } from "../decimal/decimal";
import type { Trade } from "../market/shapes";
import type { Watch } from "../market/watch";

export interface OwnAt {
  readonly size: bigint;
  /** Of the oldest of them; null where it is not known. */
  readonly ahead: bigint | null;
  readonly ids: readonly string[];
}

/** The own orders in a book by price, and about how much stands ahead of them. */
export class OwnOrders {
  private readonly queue = new QueueEstimate();
  private known = new Map<string, { at: bigint; size: bigint; isBuy: boolean }>();

  constructor(private readonly watch: Watch) {}

  /** Whenever orders or book changed. */
  look(orders: Iterable<Order>): void {
    const { instrument, book } = this.watch;
    const now: typeof this.known = new Map();
    for (const order of orders) {
      const isHere = order.symbol === instrument.symbol && order.price !== null && order.status !== "PENDING_TRIGGER";
      if (!isHere || order.price === null) continue;
      const at = unitsAt(order.price, instrument.priceScale);
      const size = unitsAt(order.remaining, instrument.quantityScale);
      const isBuy = order.side === "BUY";
      const level = (isBuy ? book.bids : book.asks).sizeAt(at);
      now.set(order.id, { at, size, isBuy });
      if (this.known.get(order.id)?.at !== at) this.queue.end(order.id);
      // Before the book knows of the order's frame, the level is one without it; what is hidden stands behind all that is shown.
      const isInBook = book.last !== null && book.last >= order.sequence;
      if (level > 0n && isInBook && !order.hidden) this.queue.begin(order.id, peakOf(order, size, instrument.quantityScale), level);
      this.queue.seen(order.id, level);
    }
    for (const id of this.known.keys()) if (!now.has(id)) this.queue.end(id);
    this.known = now;
  }

  traded(trade: Trade): void {
    const { book } = this.watch;
    const isSeen = book.last !== null && book.last >= trade.sequence;
    const at = unitsAt(trade.price, this.watch.instrument.priceScale);
    const size = unitsAt(trade.quantity, this.watch.instrument.quantityScale);
    for (const [id, own] of this.known) {
      if (own.at !== at || own.isBuy !== (trade.takerSide === "SELL")) continue;
      if (isSeen) this.queue.seen(id, (own.isBuy ? book.bids : book.asks).sizeAt(at));
      this.queue.traded(id, size, isSeen);
    }
  }

  /** By the row's price; `round` says to which row a price belongs. */
  byRow(round: (at: bigint, isBuy: boolean) => bigint): Map<bigint, OwnAt> {
    const rows = new Map<bigint, OwnAt>();
    for (const [id, own] of this.known) {
      const row = round(own.at, own.isBuy);
      const before = rows.get(row);
      rows.set(row, {
        size: (before?.size ?? 0n) + own.size,
        ahead: before?.ahead ?? this.queue.ahead(id),
        ids: [...(before?.ids ?? []), id],
      });
    }
    return rows;
  }
}

/** What of an order the book shows: of an iceberg its peak. */
function peakOf(order: Order, open: bigint, scale: number): bigint {
  const peak = order.displayQuantity === null ? open : unitsAt(order.displayQuantity, scale);
  return peak < open ? peak : open;
}
