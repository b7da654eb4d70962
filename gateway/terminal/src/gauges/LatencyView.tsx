import { useMemo } from "preact/hooks";
import { api } from "../api/api";
import { ChoiceField } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { Plot } from "../plot/Plot";
import { useQuery } from "../query/query";
import { place, put } from "../route/route";
import { all, amount, type Dashboard, duration, type Measured, percentilePoints, STAGES, stages } from "./measures";
import { joined, StagesPast } from "./past";

const PERIODS = [["PT10S", "10 seconds"], ["PT1M", "1 minute"], ["PT5M", "5 minutes"], ["PT30M", "30 minutes"], ["PT1H", "1 hour"]] as const;
const LINES = STAGES.map(([, title, tone]) => ({ title, tone }));
const TITLES = new Map(STAGES.map(([kind, title]) => [kind, title]));

function time(title: string, of: (each: Measured) => number): Column<Measured> {
  return { title, isNumber: true, of: (each) => (each.count === 0 ? "–" : duration(of(each))) };
}

const COLUMNS: readonly Column<Measured>[] = [
  { title: "Stage", of: (each) => TITLES.get(each.kind) ?? each.kind },
  { title: "Count", isNumber: true, of: (each) => each.count.toLocaleString("en-US") },
  time("Mean", (each) => each.mean),
  time("p50", (each) => each.p50),
  time("p90", (each) => each.p90),
  time("p99", (each) => each.p99),
  time("p99.9", (each) => each.p999),
  time("p99.99", (each) => each.p9999),
  time("Max", (each) => each.max),
];

const COUNTS: readonly Column<Measured>[] = [
  { title: "Measure", of: (each) => each.kind.toLowerCase().replaceAll("_", " ") },
  { title: "Samples", isNumber: true, of: (each) => each.count.toLocaleString("en-US") },
  { title: "Mean", isNumber: true, of: (each) => (each.count === 0 ? "–" : amount(each, each.mean)) },
  { title: "Largest", isNumber: true, of: (each) => (each.count === 0 ? "–" : amount(each, each.max)) },
];

/** How long each stage takes: the newest period in a table and as percentile curves, and its p99 as time went on. */
export function LatencyView() {
  const period = place.value.query.get("period") ?? "PT5M";
  const past = useMemo(() => new StagesPast(), []);
  const told = useQuery(() => api.get<Dashboard>("/monitoring/dashboard", { period }), [period], { everyMillis: 2_000 });
  // Of ten seconds, however long the table looks back: a line over time shows what is now.
  const now = useQuery(async () => past.add(await api.get<Dashboard>("/monitoring/dashboard", { period: "PT10S" })), [], { everyMillis: 2_000 });
  const rows = told.data.value ? stages(told.data.value) : null;
  const curves = useMemo(() => joined(STAGES.map(([kind]) => percentilePoints(rows?.find((each) => each.kind === kind) ?? NONE))), [told.data.value]);
  return (
    <>
      <Refusal problem={told.problem.value ?? now.problem.value} />
      <Pane title="Latency by stage" isFlush tools={<PeriodChoice value={period} />}>
        <Table name="Latency by stage" rows={rows} columns={COLUMNS} keyOf={(each) => each.kind} />
      </Pane>
      <div class="columns wide">
        <Pane title="p99 of ten seconds, as time goes on">
          <Plot name="p99 of each stage over time, logarithmic" data={now.data.value ?? past.data} lines={LINES} isTime isLogY sayY={duration} />
        </Pane>
        <Pane title="Percentiles, by 1/(1−q)">
          {curves[0].length > 0
            ? <Plot name="Percentiles of each stage" data={curves} lines={LINES} isLogX isLogY sayX={percentile} sayY={duration} />
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

function PeriodChoice({ value }: { value: string }) {
  return (
    <ChoiceField label="Period" name="period" value={value} options={PERIODS} onInput={(period) => put(place.value.path, { period })} />
  );
}
