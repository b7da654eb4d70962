import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { Tabs } from "../controls/Tabs";
import type { Instrument } from "../market/shapes";
import type { Watch } from "../market/watch";
import { INTERVALS } from "./candles";
import { DepthChart } from "./DepthChart";

const tab = signal("candles");
const interval = signal("1m");
const CandleChart = signal<FunctionComponent<{ instrument: Instrument; interval: string }> | null>(null);
const HeatmapChart = signal<FunctionComponent<{ watch: Watch }> | null>(null);

/** Candles, depth or heatmap; what they need comes when it is first wanted. */
export function ChartPane({ watch }: { watch: Watch }) {
  useEffect(() => {
    if (tab.value === "candles" && !CandleChart.value) {
      void import("./CandleChart").then((module) => (CandleChart.value = module.default));
    }
    if (tab.value === "heatmap" && !HeatmapChart.value) {
      void import("./HeatmapChart").then((module) => (HeatmapChart.value = module.default));
    }
  }, [tab.value]);
  const Chart = CandleChart.value;
  const Heatmap = HeatmapChart.value;
  return (
    <section class="pane chart" aria-label="Chart">
      <header>
        <Tabs name="Chart" value={tab.value} onPick={(key) => (tab.value = key)} tabs={[["candles", "Candles"], ["depth", "Depth"], ["heatmap", "Heatmap"]]} />
        <span class="stretch" />
        {tab.value === "candles" && (
          <select aria-label="Interval" value={interval} onChange={(event) => (interval.value = event.currentTarget.value)}>
            {INTERVALS.map((each) => <option key={each} value={each}>{each}</option>)}
          </select>
        )}
      </header>
      <div class="flush">
        {tab.value === "depth" && <DepthChart watch={watch} />}
        {tab.value === "heatmap" && Heatmap && <Heatmap watch={watch} />}
        {tab.value === "candles" && (Chart ? <Chart instrument={watch.instrument} interval={interval.value} /> : <p class="none">Loading…</p>)}
      </div>
    </section>
  );
}
