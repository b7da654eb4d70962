import { useMemo } from "preact/hooks";
import { api } from "../api/api";
import { ChoiceField } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { Plot } from "../plot/Plot";
import { useQuery } from "../query/query";
import { place, put } from "../route/route";
import { HeatPane } from "./HeatPane";
import { all, amount, type Dashboard, duration, type Measured, percentilePoints, STAGES, stages } from "./measures";
import { joined, StagesPast } from "./past";
import { StageTable } from "./StageTable";

const PERIODS = [["PT10S", "10 seconds"], ["PT1M", "1 minute"], ["PT5M", "5 minutes"], ["PT30M", "30 minutes"], ["PT1H", "1 hour"]] as const;
const LINES = STAGES.map(([, title, tone]) => ({ title, tone }));
const TWO = [{ title: "Measured", tone: "accent" }, { title: "Corrected for waiting", tone: "warn" }];
const TITLES = new Map(STAGES.map(([kind, title]) => [kind, title]));

const COUNTS: readonly Column<Measured>[] = [
  { title: "Measure", of: (each) => each.kind.toLowerCase().replaceAll("_", " ") },
  { title: "Samples", isNumber: true, of: (each) => each.count.toLocaleString("en-US") },
  { title: "Mean", isNumber: true, of: (each) => (each.count === 0 ? "–" : amount(each, each.mean)) },
  { title: "Largest", isNumber: true, of: (each) => (each.count === 0 ? "–" : amount(each, each.max)) },
];

/** How long each stage takes: measured and corrected in a table, as curves and as a heatmap, and its p99 as time went on. */
export function LatencyView() {
  const period = PERIODS.find(([key]) => key === place.value.query.get("period"))?.[0] ?? "PT5M";
  const stage = STAGES.find(([kind]) => kind === place.value.query.get("stage"))?.[0] ?? "API_LATENCY";
  const title = TITLES.get(stage) ?? stage;
  const past = useMemo(() => new StagesPast(), []);
  const told = useQuery(() => api.get<Dashboard>("/monitoring/dashboard", { period }), [period], { everyMillis: 2_000 });
  // Of ten seconds, however long the table looks back: a line over time shows what is now.
  const now = useQuery(async () => past.add(await api.get<Dashboard>("/monitoring/dashboard", { period: "PT10S" })), [], { everyMillis: 2_000 });
  const rows = told.data.value ? stages(told.data.value) : null;
  const find = (kind: string): Measured => rows?.find((each) => each.kind === kind) ?? NONE;
  const curves = useMemo(() => joined(STAGES.map(([kind]) => percentilePoints(find(kind)))), [told.data.value]);
  const two = useMemo(() => joined([percentilePoints(find(stage)), percentilePoints(find(stage).corrected ?? NONE)]), [told.data.value, stage]);
  return (
    <>
      <Refusal problem={told.problem.value ?? now.problem.value} />
      <Pane title="Latency by stage" isFlush tools={<ChoiceField label="Period" name="period" value={period} options={PERIODS} onInput={(next) => put(place.value.path, { period: next, stage })} />}>
        <StageTable rows={rows} />
      </Pane>
      <div class="columns wide">
        <Pane title="p99 of ten seconds, as time goes on">
          <Plot name="p99 of each stage over time, logarithmic" waiting="The lines begin with this page: a point every two seconds" data={now.data.value ?? past.data} lines={LINES} isTime isLogY sayY={duration} />
        </Pane>
        <Pane title="Percentiles, by 1/(1−q)">
          {curves[0].length > 0
            ? <Plot name="Percentiles of each stage" data={curves} lines={LINES} isLogX isLogY sayX={percentile} sayY={duration} />
            : <p class="none">Nothing was measured in this time.</p>}
        </Pane>
        <HeatPane kind={stage} title={title} period={period} />
        <Pane title={`${title}: measured and corrected`} tools={<ChoiceField label="Stage" name="stage" value={stage} options={STAGES.map(([kind, name]) => [kind, name] as const)} onInput={(next) => put(place.value.path, { period, stage: next })} />}>
          {two[0].length > 0
            ? <Plot key={stage} name={`Percentiles of ${title.toLowerCase()}, measured and corrected`} data={two} lines={TWO} isLogX isLogY sayX={percentile} sayY={duration} />
            : <p class="none">Nothing was measured in this time.</p>}
        </Pane>
      </div>
      <Pane title="Counts" isFlush>
        <Table name="Counts" rows={told.data.value ? all(told.data.value).filter((each) => !TITLES.has(each.kind)) : null} columns={COUNTS} keyOf={(each) => each.kind} />
      </Pane>
    </>
  );
}

const NONE = { count: 0 } as Measured;

/** 1/(1-q) of 100 as "99%". */
function percentile(x: number): string {
  if (x <= 1) return "0%";
  const nines = Math.max(0, Math.ceil(Math.log10(x)) - 2);
  return `${((1 - 1 / x) * 100).toFixed(Math.min(6, nines))}%`;
}
