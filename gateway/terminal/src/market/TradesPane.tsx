import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Pane } from "../controls/Pane";
import { compare, parse } from "../decimal/decimal";
import { fineClock } from "../decimal/moments";
import { grouped } from "../decimal/words";
import type { Trade } from "./shapes";
import { isHeard, setHeard, sound } from "./sound";
import type { Watch } from "./watch";

const SHOWN = 80;
const least = signal("");

function isShown(trade: Trade): boolean {
  const bound = parse(least.value);
  const size = parse(trade.quantity);
  return !bound || !size || compare(size, bound) >= 0;
}

/** Time and sales, newest first. */
export function TradesPane({ watch }: { watch: Watch }) {
  useEffect(() => {
    if (!isHeard.value) return;
    const hear = (trade: Trade): void => void (isShown(trade) && sound(trade));
    watch.onTrade.add(hear);
    return () => watch.onTrade.delete(hear);
  }, [watch, isHeard.value]);
  const shown = watch.tape.value.filter(isShown).slice(0, SHOWN);
  return (
    <Pane
      title="Trades"
      isFlush
      isScrolled
      class="tape"
      tools={
        <>
          <button type="button" class="quiet" aria-pressed={isHeard.value} title="Hear each trade that is shown" onClick={() => setHeard(!isHeard.value)}>Sound</button>
          <input
            class="number narrow"
            aria-label="Smallest trade shown"
            placeholder="size ≥"
            value={least}
            onInput={(event) => (least.value = event.currentTarget.value)}
          />
        </>
      }
    >
      <table aria-label="Trades" data-testid="tape">
        <thead><tr><th>Time</th><th class="right">Price</th><th class="right">Size</th></tr></thead>
        <tbody>
          {shown.map((trade) => (
            <tr key={trade.id} class={trade.liquidation ? "forced" : undefined} title={trade.liquidation ? "Liquidation" : undefined}>
              <td class="dim">{fineClock(trade.time)}</td>
              <td class={`right ${trade.takerSide === "BUY" ? "up" : "down"}`}>{grouped(trade.price)}</td>
              <td class="right">{grouped(trade.quantity)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p class="none">No trades yet.</p>}
    </Pane>
  );
}
