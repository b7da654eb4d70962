import type { Book } from "../book/book";
import type { Level } from "../book/side";

/** A row of the ladder: a price (of several ticks, when grouped) and what is open there on either side. */
export interface Row {
  readonly price: bigint;
  readonly bid: bigint;
  readonly ask: bigint;
  /** All from the best price to here, of the side that is here. */
  readonly depth: bigint;
}

export interface View {
  /** The price in the middle, a multiple of the step. */
  readonly centre: bigint;
  /** Between two rows, in units of the price's scale. */
  readonly step: bigint;
  readonly count: number;
}

/** So many ticks a row. */
export const GROUPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] as const;

function floor(value: bigint, step: bigint): bigint {
  const past = ((value % step) + step) % step;
  return value - past;
}

function ceiling(value: bigint, step: bigint): bigint {
  return -floor(-value, step);
}

/** A bid is worth at least its row's price, an ask costs at most that: both round away from the middle. */
function grouped(levels: readonly Level[], step: bigint, isBid: boolean): Map<bigint, bigint> {
  const sums = new Map<bigint, bigint>();
  for (const level of levels) {
    const at = isBid ? floor(level.at, step) : ceiling(level.at, step);
    sums.set(at, (sums.get(at) ?? 0n) + level.size);
  }
  return sums;
}

/** From the highest price to the lowest; prices are where they are, whatever the book does. */
export function rowsOf(book: Book, { centre, step, count }: View): Row[] {
  const bids = grouped(book.bids.all, step, true);
  const asks = grouped(book.asks.all, step, false);
  const top = centre + BigInt(Math.floor(count / 2)) * step;
  const prices = Array.from({ length: count }, (_, at) => top - BigInt(at) * step);
  const depths = new Map<bigint, bigint>();
  let sum = 0n;
  for (const [price, size] of asks) depths.set(price, (sum += size));
  sum = 0n;
  const ofBids = new Map<bigint, bigint>();
  for (const [price, size] of bids) ofBids.set(price, (sum += size));
  return prices.map((price) => {
    const bid = bids.get(price) ?? 0n;
    const ask = asks.get(price) ?? 0n;
    const depth = (bid > 0n ? ofBids.get(price) : depths.get(price)) ?? 0n;
    return { price, bid, ask, depth };
  });
}

/** The middle between the best prices, as a multiple of the step; of one side its best; null of an empty book. */
export function middle(book: Book, step: bigint): bigint | null {
  const bid = book.bids.best?.at;
  const ask = book.asks.best?.at;
  if (bid === undefined && ask === undefined) return null;
  return floor(((bid ?? ask ?? 0n) + (ask ?? bid ?? 0n)) / 2n, step);
}

/** Whether the middle of the book is still in sight, with some rows around it. */
export function isInSight(at: bigint, { centre, step, count }: View): boolean {
  const far = BigInt(Math.max(1, Math.floor(count / 2) - 3)) * step;
  return at <= centre + far && at >= centre - far;
}

/** The finest grouping in which the tenth level of both sides is in sight. */
export function groupFor(book: Book, tick: bigint, count: number): number {
  const tenth = ({ all }: { all: readonly Level[] }): bigint | undefined => all[Math.min(9, all.length - 1)]?.at;
  // Of a book with one side, what that side reaches over.
  const bid = tenth(book.bids) ?? book.asks.best?.at;
  const ask = tenth(book.asks) ?? book.bids.best?.at;
  if (bid === undefined || ask === undefined) return GROUPS[0];
  return GROUPS.find((each) => (ask - bid) / (tick * BigInt(each)) <= BigInt(count - 4)) ?? 10_000;
}
