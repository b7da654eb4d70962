import { expect, test } from "vitest";
import type { Order } from "../account/shapes";
import { Book } from "../book/book";
import type { Trade } from "../market/shapes";
import type { Watch } from "../market/watch";
import { OwnOrders } from "./own";

const INSTRUMENT = { symbol: "BTC-USD", priceScale: 2, quantityScale: 1 };

function order(id: string, remaining: string, sequence: number, rest: Partial<Order> = {}): Order {
  return { id, symbol: "BTC-USD", side: "BUY", price: "100.00", remaining, sequence, status: "NEW", displayQuantity: null, hidden: false, ...rest } as Order;
}

function stage(size: string, last: number) {
  const book = new Book(INSTRUMENT);
  book.apply({ type: "SNAPSHOT", first: last, last, bids: [["100.00", size]], asks: [] });
  const own = new OwnOrders({ instrument: INSTRUMENT, book } as unknown as Watch);
  const at = () => own.byRow((price) => price).get(10_000n);
  return { book, own, at };
}

function tells(book: Book, size: string, last: number): void {
  book.apply({ type: "DELTA", first: last, last, bids: [["100.00", size]], asks: [] });
}

test("an order that the book does not know yet has no place in its queue", () => {
  const { book, own, at } = stage("5.0", 9);
  own.look([order("1", "2.0", 10)]);
  expect(at()).toEqual({ size: 20n, ahead: null, ids: ["1"] });
  tells(book, "7.0", 10);
  own.look([order("1", "2.0", 10)]);
  expect(at()?.ahead).toBe(50n);
});

test("of an iceberg its peak is in the level, and what is hidden has no place at all", () => {
  const { own, at } = stage("7.0", 10);
  own.look([order("1", "50.0", 10, { displayQuantity: "2.0" })]);
  expect(at()).toEqual({ size: 500n, ahead: 50n, ids: ["1"] });
  own.look([order("2", "2.0", 10, { hidden: true })]);
  expect(at()?.ahead).toBeNull();
});

test("a trade moves the order up by its size, whether the book or the tape tells it first", () => {
  for (const isBookFirst of [true, false]) {
    const { book, own, at } = stage("12.0", 10);
    const mine = [order("1", "2.0", 10)];
    own.look(mine);
    const trade = { price: "100.00", quantity: "4.0", takerSide: "SELL", sequence: 11 } as Trade;
    if (!isBookFirst) own.traded(trade);
    tells(book, "8.0", 11);
    own.look(mine);
    if (isBookFirst) own.traded(trade);
    own.look(mine);
    expect(at()?.ahead).toBe(60n);
  }
});

test("an order at another price, or one that waits for its trigger, is not in the row", () => {
  const { own, at } = stage("7.0", 10);
  own.look([order("1", "2.0", 10, { price: "99.00" }), order("2", "2.0", 10, { status: "PENDING_TRIGGER" }), order("3", "2.0", 10, { symbol: "ETH-USD" })]);
  expect(at()).toBeUndefined();
});
