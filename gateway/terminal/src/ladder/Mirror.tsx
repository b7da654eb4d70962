import { ofUnits } from "../decimal/decimal";
import type { Watch } from "../market/watch";
import type { Face } from "./face";

/** What the canvas shows, as a table: for screen readers, and for whoever has to be sure. */
export function Mirror({ face, watch }: { face: Face; watch: Watch }) {
  const { priceScale, quantityScale } = watch.instrument;
  const size = (units: bigint): string => (units > 0n ? ofUnits(units, quantityScale) : "");
  const own = (price: bigint): string => {
    const found = face.own.get(price);
    if (!found) return "";
    return size(found.size) + (found.ahead === null ? "" : `, about ${ofUnits(found.ahead, quantityScale)} ahead`);
  };
  return (
    <div class="unseen">
      <table aria-label={`Order book of ${watch.instrument.symbol}`} data-testid="ladder-mirror" data-last={watch.book.last ?? ""}>
        <thead><tr><th>Bid</th><th>Price</th><th>Ask</th><th>Own</th></tr></thead>
        <tbody>
          {face.mirror.value.map((row, at) => {
            if (row.bid === 0n && row.ask === 0n) return null;
            const price = ofUnits(row.price, priceScale);
            return <tr key={price} data-price={price} data-row={at}><td>{size(row.bid)}</td><td>{price}</td><td>{size(row.ask)}</td><td>{own(row.price)}</td></tr>;
          })}
        </tbody>
      </table>
    </div>
  );
}
