import { surface } from "../plot/surface";
import { colour } from "../theme/theme";
import type { Density, Slice } from "./shapes";

const TONES: Record<string, string> = { RESTART: "warn", SNAPSHOT: "up", PHASE: "accent", AUCTION: "accent", KILL: "down", SUSPENSION: "down", INTERRUPTION: "down" };

/** Frames a second in each slice: how dense history was there. Slices have as many frames each, so it is time that tells. */
export function densities(slices: readonly Slice[]): number[] {
  return slices.map((slice, at) => {
    const end = slices[at + 1]?.from ?? slice.to;
    return slice.frames / Math.max(0.001, (Date.parse(end) - Date.parse(slice.from)) / 1000);
  });
}

/** Heights from 0 to 1, by the logarithm: quiet nights and bursts on one line. */
export function heights(slices: readonly Slice[]): number[] {
  const logs = densities(slices).map((each) => Math.log1p(each));
  const most = Math.max(...logs, Number.MIN_VALUE);
  return logs.map((log) => Math.max(0.04, log / most));
}

export function paintTimeline(canvas: HTMLCanvasElement, density: Density, at: number, pins: readonly (number | null)[]): void {
  const found = surface(canvas);
  if (!found) return;
  const { context, wide, high } = found;
  const span = Math.max(1, density.head - 1);
  const x = (sequence: number): number => ((sequence - 1) / span) * wide;
  context.fillStyle = colour("edge");
  const tall = heights(density.slices);
  density.slices.forEach((slice, index) => {
    const left = x(slice.first);
    const size = Math.max(1, (tall[index] ?? 0) * (high - 12));
    context.fillRect(left, high - size, Math.max(1, x(slice.last + 1) - left - 0.5), size);
  });
  for (const mark of density.marks) {
    context.fillStyle = colour(TONES[mark.kind] ?? "accent");
    context.fillRect(x(mark.sequence) - 1, 0, 2, 9);
  }
  context.fillStyle = colour("warn");
  for (const pin of pins) if (pin !== null) context.fillRect(x(pin) - 1, 0, 2, high);
  context.fillStyle = colour("accent");
  context.fillRect(Math.min(wide - 2, Math.max(0, x(at) - 1)), 0, 2, high);
}
