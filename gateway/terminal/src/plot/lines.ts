import type uPlot from "uplot";
import { colour } from "../theme/theme";

export interface Line {
  readonly title: string;
  /** A colour of the theme, such as `accent`. */
  readonly tone: string;
  readonly isFilled?: boolean;
}

export interface Lines {
  readonly lines: readonly Line[];
  /** Of the x axis: moments in seconds, or plain numbers. */
  readonly isTime?: boolean;
  readonly isLogX?: boolean;
  readonly isLogY?: boolean;
  readonly sayX?: (x: number) => string;
  readonly sayY?: (y: number) => string;
}

/** The first mark of a time axis tells the day as well, around its place. */
const HALF_A_DATE = 54;

type Styled = Omit<uPlot.Options, "width" | "height">;

function axis(say: ((value: number) => string) | undefined, isLog: boolean): uPlot.Axis {
  const grid = { stroke: colour("grid"), width: 1 };
  const made: uPlot.Axis = { stroke: colour("dim"), grid, ticks: { ...grid, stroke: colour("rule") }, font: `11px ${colour("font")}` };
  if (say) made.values = (_, marks) => marks.map((mark) => (mark === null || mark === undefined ? "" : isLog && !isPower(mark) ? "" : say(mark)));
  return made;
}

/** 1, 10, 100, and 0.1: the marks of a logarithmic axis that have room for a word. */
export function isPower(value: number): boolean {
  if (value <= 0) return false;
  const power = Math.log10(value);
  return Math.abs(power - Math.round(power)) < 1e-9;
}

/** Dates as they are everywhere else here: year first, and hours up to 24. */
export function isoLike(words: string): string {
  return words
    .replace("{h}:{mm}", "{HH}:{mm}")
    .replace("{h}{aa}", "{HH}:00")
    .replace("{aa}", "")
    .replace("{M}/{D}/{YY}", "{YYYY}-{MM}-{DD}")
    .replace("{M}/{D}", "{MM}-{DD}");
}

const LEAST_SECONDS = 60;
const HOUR_SECONDS = 3_600;

/** What a time axis reaches over: a minute at the least, for a first point has no width (and is given years by who draws it). */
export function span(from: number | null, to: number | null, now = Date.now() / 1000): [number, number] {
  const end = to === null || to > now + HOUR_SECONDS ? (from ?? now) : to;
  return [Math.min(from ?? end, end - LEAST_SECONDS), end];
}

export function styled({ lines, isTime = false, isLogX = false, isLogY = false, sayX, sayY }: Lines): Styled {
  const x: uPlot.Series = {};
  if (sayX) x.value = (_, value) => (value === null || value === undefined ? "–" : sayX(value));
  return {
    scales: { x: { time: isTime, distr: isLogX ? 3 : 1, ...(isTime ? { range: (_: unknown, from: number | null, to: number | null) => span(from, to) } : {}) }, y: { distr: isLogY ? 3 : 1 } },
    axes: [axis(sayX, isLogX), { ...axis(sayY, isLogY), size: (_, words) => Math.max(isTime ? HALF_A_DATE : 0, 22 + 7 * Math.max(3, ...(words ?? []).map((word) => word.length))) }],
    series: [
      x,
      ...lines.map((line): uPlot.Series => {
        const made: uPlot.Series = { label: line.title, stroke: colour(line.tone), width: 1.5, points: { show: isLogX, size: 5 } };
        if (line.isFilled) made.fill = colour("veil");
        if (sayY) made.value = (_, value) => (value === null || value === undefined ? "–" : sayY(value));
        return made;
      }),
    ],
    legend: { live: true },
    cursor: { drag: { x: false, y: false } },
  };
}
