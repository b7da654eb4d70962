import { type Column, Table } from "../controls/Table";
import { type Correction, duration, type Measured, STAGES } from "./measures";

type Row = Pick<Measured, "kind"> & Omit<Correction, "everyMicros"> & { readonly every: number | null };

const TITLES = new Map(STAGES.map(([kind, title]) => [kind, title]));

function time(title: string, of: (each: Row) => number): Column<Row> {
  return { title, isNumber: true, of: (each) => (each.count === 0 ? "–" : duration(of(each))), class: (each) => (each.every === null ? "" : "dim") };
}

const COLUMNS: readonly Column<Row>[] = [
  { title: "Stage", of: (each) => (each.every === null ? TITLES.get(each.kind) ?? each.kind : <span class="dim">corrected, for one every {duration(each.every)}</span>) },
  { title: "Count", isNumber: true, of: (each) => each.count.toLocaleString("en-US"), class: (each) => (each.every === null ? "" : "dim") },
  time("Mean", (each) => each.mean),
  time("p50", (each) => each.p50),
  time("p90", (each) => each.p90),
  time("p99", (each) => each.p99),
  time("p99.9", (each) => each.p999),
  time("p99.99", (each) => each.p9999),
  time("Max", (each) => each.max),
];

/** Each stage as it was measured, and below it as it was for who comes at even paces. */
export function rowsOf(told: readonly Measured[]): Row[] {
  return told.flatMap((each) => [{ ...each, every: null }, ...(each.corrected ? [{ ...each.corrected, kind: each.kind, every: each.corrected.everyMicros }] : [])]);
}

export function StageTable({ rows }: { rows: readonly Measured[] | null }) {
  return <Table name="Latency by stage" rows={rows && rowsOf(rows)} columns={COLUMNS} keyOf={(each) => `${each.kind} ${each.every === null}`} />;
}
