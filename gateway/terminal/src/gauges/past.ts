import type uPlot from "uplot";
import { type Dashboard, STAGES, stages } from "./measures";

const KEPT = 300;

/** The p99 of each stage as it was told from time to time, oldest first: columns for a plot. */
export class StagesPast {
  private readonly times: number[] = [];
  private readonly columns: (number | null)[][] = STAGES.map(() => []);

  add(told: Dashboard): uPlot.AlignedData {
    const time = Date.parse(told.asOf) / 1000;
    if (!(time <= (this.times.at(-1) ?? 0))) {
      this.times.push(time);
      const found = new Map(stages(told).map((each) => [each.kind, each]));
      STAGES.forEach(([kind], at) => {
        const each = found.get(kind);
        this.columns[at]?.push(each && each.count > 0 && each.p99 > 0 ? each.p99 : null);
      });
      if (this.times.length > KEPT) for (const column of [this.times, ...this.columns]) column.shift();
    }
    return this.data;
  }

  get data(): uPlot.AlignedData {
    return [[...this.times], ...this.columns.map((column) => [...column])];
  }
}

/** Percentile curves on one x: every x of every stage, null where a stage has none. */
export function joined(curves: readonly { x: number; y: number }[][]): uPlot.AlignedData {
  const xs = [...new Set(curves.flatMap((curve) => curve.map(({ x }) => x)))].sort((a, b) => a - b);
  const columns = curves.map((curve) => {
    const at = new Map(curve.map(({ x, y }) => [x, y]));
    return xs.map((x) => at.get(x) ?? undefined);
  });
  return [xs, ...columns];
}
