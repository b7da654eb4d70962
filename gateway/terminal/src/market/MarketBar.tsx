import { rounded, sentence, signed, signOf, trimmed, grouped } from "../decimal/words";
import { MarketPicker } from "./MarketPicker";
import type { Watch } from "./watch";

/** Above the panes: which market, its last price, its last 24 hours, its phase. */
export function MarketBar({ watch }: { watch: Watch }) {
  const day = watch.ticker.value;
  const { base, quote } = watch.instrument;
  const tone = signOf(day?.change) > 0 ? "up" : signOf(day?.change) < 0 ? "down" : "";
  return (
    <section class="market-bar" aria-label="Market">
      <MarketPicker symbol={watch.instrument.symbol} />
      <strong class={`last ${tone}`} data-testid="last-price">{grouped(day?.lastPrice)}</strong>
      <Fact name="24h" tone={tone} text={`${signed(day?.change)}${day?.changePercent ? ` (${percentOf(day.changePercent)})` : ""}`} />
      <Fact name="High" text={grouped(day?.highPrice)} />
      <Fact name="Low" text={grouped(day?.lowPrice)} />
      <Fact name={`Volume ${base}`} text={trimmed(day?.volume)} />
      <Fact name={`Volume ${quote}`} text={rounded(day?.quoteVolume, watch.instrument.priceScale)} />
      <Phase watch={watch} />
    </section>
  );
}

/** "+0.31 %" */
function percentOf(text: string): string {
  return `${signOf(text) > 0 ? "+" : ""}${rounded(text, 2)} %`;
}

function Fact({ name, text, tone = "" }: { name: string; text: string; tone?: string }) {
  return <span class="fact"><small>{name}</small><span class={tone}>{text}</span></span>;
}

const USUAL = "CONTINUOUS";

function Phase({ watch }: { watch: Watch }) {
  const phase = watch.phase;
  const auction = watch.auction.value;
  const step = watch.status.value?.step;
  return (
    <span class="phase" role="status" data-testid="phase">
      <span class={`badge ${phase === USUAL ? "good" : phase === "HALT" || phase === "CLOSED" ? "bad" : "warn"}`}>
        {phase === USUAL ? "Open" : phase === "HALT" ? "Halted" : sentence(phase)}
      </span>
      {step && step !== "LISTED" && <span class="badge warn">{sentence(step)}</span>}
      {phase === "CALL" && auction?.indicativePrice && (
        <span class="dim">auction {grouped(auction.indicativePrice)} × {trimmed(auction.indicativeVolume)}</span>
      )}
    </span>
  );
}
