import { average, upTo } from "../book/walk";
import { ofUnits } from "../decimal/decimal";
import { grouped, trimmed } from "../decimal/words";
import type { Watch } from "../market/watch";
import type { Face } from "./face";

/** Below the ladder: the spread, or what it would take to reach the row under the pointer. */
export function Sums({ face, watch }: { face: Face | null; watch: Watch }) {
  void watch.drawn.value;
  const { priceScale, quantityScale, base } = watch.instrument;
  const { bids, asks } = watch.book;
  const at = face?.hovered.value ?? null;
  const row = at === null ? undefined : face?.rows[at];
  const isBid = row !== undefined && bids.best !== undefined && row.price <= bids.best.at;
  const isAsk = row !== undefined && asks.best !== undefined && row.price >= asks.best.at;
  if (row && (isBid || isAsk)) {
    const sum = upTo((isBid ? bids : asks).all, isBid, row.price);
    const mean = average(sum);
    return (
      <span>
        Σ {trimmed(ofUnits(sum.filled, quantityScale))} {base}
        {mean !== null && <span class="dim"> avg {grouped(ofUnits(mean, priceScale))}</span>}
      </span>
    );
  }
  const spread = bids.best && asks.best ? asks.best.at - bids.best.at : null;
  return <span class="dim">{spread === null ? (bids.best || asks.best ? "One side is empty" : "The book is empty") : `Spread ${grouped(ofUnits(spread, priceScale))}`}</span>;
}
