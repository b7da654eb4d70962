import { useComputed } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Watch } from "../market/watch";
import { Heatmap } from "./Heatmap";

/** Time by price: how much stood where, with the best prices and each trade. */
export default function HeatmapChart({ watch }: { watch: Watch }) {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<Heatmap | null>(null);
  useEffect(() => {
    if (!box.current) return;
    const made = new Heatmap(watch, box.current);
    setMap(made);
    return () => made.close();
  }, [watch]);
  const isEmpty = useComputed(() => {
    void watch.drawn.value;
    const { isKnown, bids, asks } = watch.book;
    return isKnown && !bids.best && !asks.best;
  });
  return (
    <>
      <div class="depth" ref={box} role="img" aria-label={`Heatmap of ${watch.instrument.symbol}`} />
      {isEmpty.value && <p class="none over">The book is empty.</p>}
      <small class="credit dim heat-past" data-testid="heat-past">{map?.past.value}</small>
    </>
  );
}
