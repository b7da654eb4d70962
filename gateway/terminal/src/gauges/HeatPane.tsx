import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { clock } from "../decimal/moments";
import { useQuery } from "../query/query";
import { pair, theme } from "../theme/theme";
import { type Heat, highest, paintHeat } from "./heat";
import { duration } from "./measures";

/** Time by length: where it was slow, and whether all of it or a few. */
export function HeatPane({ kind, title, period }: { kind: string; title: string; period: string }) {
  const told = useQuery(() => api.get<Heat>("/monitoring/latency", { kind, period }), [kind, period], { everyMillis: 5_000 });
  const heat = told.data.value;
  const worst = heat && highest(heat);
  return (
    <Pane title={`${title}: when it took how long`}>
      <Refusal problem={told.problem.value} />
      {heat && heat.columns.length > 0 && <Picture heat={heat} period={period} name={`Heatmap of ${title.toLowerCase()}`} />}
      {heat && heat.columns.length === 0 && <p class="none">Nothing was measured in this time.</p>}
      {!heat && <p class="none" aria-busy="true">Loading…</p>}
      {worst && <p class="dim">The longest: up to {duration(worst.upTo)}, {worst.count === 1 ? "once" : `${worst.count} times`} in the ten seconds from {clock(worst.from)} on</p>}
    </Pane>
  );
}

const LENGTHS: Record<string, number> = { S: 1_000, M: 60_000, H: 3_600_000 };

/** "PT5M" in milliseconds. */
export function lengthOf(period: string): number {
  const found = /^PT(\d+)([SMH])$/.exec(period);
  return found?.[1] && found[2] ? Number(found[1]) * (LENGTHS[found[2]] ?? 0) : 300_000;
}

function Picture({ heat, period, name }: { heat: Heat; period: string; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    // By the venue's clock: the page's may be another.
    const newest = Date.parse(heat.columns.at(-1)?.from ?? "") + heat.intervalMillis;
    const oldest = Date.parse(heat.columns[0]?.from ?? "");
    const paint = (): void => paintHeat(element, heat, Math.min(oldest, newest - lengthOf(period)), newest);
    const sized = new ResizeObserver(paint);
    sized.observe(element);
    const end = effect(() => {
      void [theme.value, pair.value];
      paint();
    });
    return () => {
      sized.disconnect();
      end();
    };
  }, [heat, period]);
  return <canvas ref={canvas} class="heat" role="img" aria-label={name} />;
}
