import { surface } from "../plot/surface";
import { colour } from "../theme/theme";
import { duration } from "./measures";

/** When a latency was how long: counts by interval and length, as the venue tells them. */
export interface Heat {
  readonly kind: string;
  readonly intervalMillis: number;
  /** Microseconds; the last one also of what is above. */
  readonly upTo: readonly number[];
  readonly columns: readonly { readonly from: string; readonly counts: readonly number[] }[];
}

/** Of the bounds those that anything was measured in, with one to spare on both sides: an empty sky is no picture. */
export function shownBounds({ upTo, columns }: Heat): { first: number; last: number } {
  const used = upTo.map((_, at) => columns.some(({ counts }) => (counts[at] ?? 0) > 0));
  const [first, last] = [used.indexOf(true), used.lastIndexOf(true)];
  if (first < 0) return { first: 0, last: upTo.length - 1 };
  return { first: Math.max(0, first - 1), last: Math.min(upTo.length - 1, last + 1) };
}

/** How strong a count is, 0 to 1, by its logarithm: one slow answer among thousands is seen. */
export function strength(count: number, most: number): number {
  return count <= 0 ? 0 : 0.18 + (0.82 * Math.log1p(count)) / Math.log1p(Math.max(1, most));
}

/** The longest that anything took in a column, for who does not see the picture. */
export function highest(heat: Heat): { from: string; upTo: number; count: number } | null {
  let found: { from: string; upTo: number; count: number } | null = null;
  for (const { from, counts } of heat.columns) {
    for (let at = counts.length - 1; at >= 0; at--) {
      const count = counts[at] ?? 0;
      if (count === 0) continue;
      const bound = heat.upTo[at] ?? 0;
      if (!found || bound > found.upTo) found = { from, upTo: bound, count };
      break;
    }
  }
  return found;
}

const LEFT = 58;
const BOTTOM = 16;

function clockOf(millis: number): string {
  const at = new Date(millis);
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}

export function paintHeat(canvas: HTMLCanvasElement, heat: Heat, fromMillis: number, toMillis: number): void {
  const found = surface(canvas);
  if (!found) return;
  const { context, wide, high } = found;
  const { first, last } = shownBounds(heat);
  const tall = (high - BOTTOM) / (last - first + 1);
  const x = (millis: number): number => LEFT + ((millis - fromMillis) / Math.max(1, toMillis - fromMillis)) * (wide - LEFT);
  const most = Math.max(1, ...heat.columns.flatMap(({ counts }) => counts));
  context.fillStyle = colour("warn");
  for (const { from, counts } of heat.columns) {
    const left = Math.max(LEFT, x(Date.parse(from)));
    const width = Math.max(2, x(Date.parse(from) + heat.intervalMillis) - left - 1);
    for (let at = first; at <= last; at++) {
      const count = counts[at] ?? 0;
      if (count === 0) continue;
      context.globalAlpha = strength(count, most);
      context.fillRect(left, (last - at) * tall, width, Math.max(1, tall - 1));
    }
  }
  context.globalAlpha = 1;
  context.font = `11px ${colour("font")}`;
  context.fillStyle = colour("dim");
  context.textBaseline = "middle";
  for (let at = first; at <= last; at++) {
    const bound = heat.upTo[at] ?? 0;
    if (Math.abs(Math.log10(bound) % 1) > 1e-9) continue;
    context.textAlign = "right";
    context.fillText(duration(bound), LEFT - 6, Math.max(7, (last - at) * tall + 1));
  }
  context.textBaseline = "bottom";
  for (const share of [0, 0.5, 1]) {
    context.textAlign = share === 0 ? "left" : share === 1 ? "right" : "center";
    context.fillText(clockOf(fromMillis + share * (toMillis - fromMillis)), LEFT + share * (wide - LEFT), high);
  }
}
