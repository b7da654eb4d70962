import type { Watch } from "../market/watch";
import { average, walk } from "../book/walk";
import { ofUnits, parse, rescale } from "../decimal/decimal";
import type { Draft } from "./draft";
import { hasPrice, isTaker, mayBeByAmount } from "./terms";

/** What the book on the screen would give at once; the venue's own word is the rehearsal. */
export interface Preview {
  readonly filled: string;
  readonly average: string;
  readonly worst: string;
  readonly levels: number;
  readonly isAll: boolean;
}

/** Null where nothing would be taken, or it cannot be told from what was typed. */
export function previewOf(draft: Draft, { book, instrument }: Watch): Preview | null {
  const isNow = isTaker(draft.type) || draft.type === "LIMIT";
  const quantity = draft.isByAmount && mayBeByAmount(draft.type) ? null : parse(draft.quantity);
  if (!isNow || !quantity || quantity.units <= 0n) return null;
  const price = hasPrice(draft.type) ? parse(draft.price) : null;
  if (draft.type === "LIMIT" && !price) return null;
  const isBuy = draft.side === "BUY";
  const size = rescale(quantity, instrument.quantityScale).units;
  const limit = price && rescale(price, instrument.priceScale).units;
  const walked = walk((isBuy ? book.asks : book.bids).all, size, isBuy, limit);
  const mean = average(walked);
  if (walked.worst === null || mean === null) return null;
  return {
    filled: ofUnits(walked.filled, instrument.quantityScale),
    average: ofUnits(mean, instrument.priceScale),
    worst: ofUnits(walked.worst, instrument.priceScale),
    levels: walked.levels,
    isAll: walked.filled === size,
  };
}
