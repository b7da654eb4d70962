import { ofUnits } from "../decimal/decimal";
import type { Watch } from "../market/watch";
import type { Face } from "./face";

/** What the canvas shows, as a table: for screen readers, and for whoever has to be sure. */
export function Mirror({ face, watch }: { face: Face; watch: Watch }) {
  const { priceScale, quantityScale } = watch.instrument;
  const rows = face.mirror.value.filter((row) => row.bid > 0n || row.ask > 0n);
  const size = (units: bigint): string => (units > 0n ? ofUnits(units, quantityScale) : "");
  return (
    <div class="unseen">
      <table aria-label={`Order book of ${watch.instrument.symbol}`} data-testid="ladder-mirror" data-last={watch.book.last ?? ""}>
        <thead><tr><th>Bid</th><th>Price</th><th>Ask</th><th>Own</th></tr></thead>
        <tbody>
          {rows.map((row) => {
            const price = ofUnits(row.price, priceScale);
            return (
              <tr key={price} data-price={price}>
                <td>{size(row.bid)}</td><td>{price}</td><td>{size(row.ask)}</td><td>{size(face.own.get(row.price)?.size ?? 0n)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
