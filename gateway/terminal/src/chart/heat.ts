import type { Book } from "../book/book";
import { groupFor, isInSight, middle, rowsOf, type View } from "../ladder/rows";

export const ROWS = 90;
export const COLUMNS = 480;
export const COLUMN_MILLIS = 250;

/** One moment of the book: how much stands in each row (0 to 255), and in which rows the best prices are. */
export interface Moment {
  readonly heat: Uint8Array;
  /** The first row that is a bid; all above are asks. Minus one where there is none. */
  readonly bid: number;
  readonly ask: number;
}

/** Logarithmic, so that the small is seen beside the large. */
export function intensity(size: bigint, largest: bigint): number {
  if (size <= 0n || largest <= 0n) return 0;
  const share = Math.log1p(Number(size)) / Math.log1p(Number(largest));
  return Math.max(18, Math.min(255, Math.round(share * share * 255)));
}

/** Where the picture is: kept while the middle of the book stays in it. */
export function viewFor(book: Book, tick: bigint, before: View | null): View | null {
  const at = middle(book, before?.step ?? tick);
  if (at === null) return before;
  if (before && isInSight(at, before)) return before;
  const step = tick * BigInt(groupFor(book, tick, ROWS));
  return { centre: middle(book, step) ?? at, step, count: ROWS };
}

export function momentOf(book: Book, view: View): Moment {
  const rows = rowsOf(book, view);
  const largest = rows.reduce((most, row) => (row.bid + row.ask > most ? row.bid + row.ask : most), 0n);
  return {
    heat: Uint8Array.from(rows, (row) => intensity(row.bid + row.ask, largest)),
    bid: rows.findIndex((row) => row.bid > 0n),
    ask: rows.findLastIndex((row) => row.ask > 0n),
  };
}

/** In which row a price is; minus one outside of the picture. */
export function rowOf(price: bigint, { centre, step, count }: View): number {
  const top = centre + BigInt(Math.floor(count / 2)) * step;
  const row = Number((top - price + step / 2n) / step);
  return row >= 0 && row < count ? row : -1;
}

/** In which column a moment is, in milliseconds since 1970 by the venue's clock. */
export function columnOf(millis: number): number {
  return Math.floor(millis / COLUMN_MILLIS);
}

export interface HeatColours {
  readonly up: string;
  readonly down: string;
  readonly line: string;
  readonly ground: string;
  readonly dim: string;
}

export interface Dot {
  readonly column: number;
  readonly row: number;
  readonly size: number;
  readonly isBuy: boolean;
}

/** What the picture is told, wherever it is drawn: on this page, or beside it in a worker. */
export type HeatWord =
  | { readonly kind: "look"; readonly wide: number; readonly high: number; readonly ratio: number; readonly font: string; readonly colours: HeatColours }
  /** Other prices: what was drawn is gone. */
  | { readonly kind: "prices"; readonly labels: readonly { readonly row: number; readonly text: string }[] }
  /** The book stood so from the first column up to and with the last. */
  | { readonly kind: "moment"; readonly first: number; readonly last: number; readonly moment: Moment }
  | { readonly kind: "dots"; readonly dots: readonly Dot[] }
  | { readonly kind: "draw" };
