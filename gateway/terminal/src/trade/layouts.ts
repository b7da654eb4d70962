import { computed, signal } from "@preact/signals";

/** Sizes of the panes in pixels; the chart has what is left. */
export interface Layout {
  readonly ladder: number;
  readonly tape: number;
  readonly ticket: number;
  readonly blotter: number;
}

/** Raised when the panes change: what was kept before then counts no more. */
const VERSION = 1;
const PLACE = "rialto.layouts";

export const USUAL: readonly Layout[] = [
  { ladder: 300, tape: 220, ticket: 264, blotter: 240 },
  { ladder: 440, tape: 260, ticket: 264, blotter: 180 },
  { ladder: 260, tape: 190, ticket: 250, blotter: 140 },
];

const LEAST: Layout = { ladder: 220, tape: 170, ticket: 230, blotter: 90 };
const MOST: Layout = { ladder: 640, tape: 420, ticket: 420, blotter: 560 };

export function bounded(layout: Layout): Layout {
  const of = (name: keyof Layout): number => Math.min(MOST[name], Math.max(LEAST[name], Math.round(layout[name])));
  return { ladder: of("ladder"), tape: of("tape"), ticket: of("ticket"), blotter: of("blotter") };
}

function isLayout(value: unknown): value is Layout {
  return typeof value === "object" && value !== null && (Object.keys(LEAST) as (keyof Layout)[]).every((name) => Number.isFinite((value as Layout)[name]));
}

/** What was kept, or the usual where it is of another version or damaged. */
export function read(text: string | null): { layouts: readonly Layout[]; chosen: number } {
  try {
    const kept = JSON.parse(text ?? "") as { version?: number; layouts?: unknown[]; chosen?: number };
    if (kept.version === VERSION && kept.layouts?.length === USUAL.length && kept.layouts.every(isLayout)) {
      return { layouts: kept.layouts.map(bounded), chosen: USUAL[kept.chosen ?? 0] ? (kept.chosen ?? 0) : 0 };
    }
  } catch {
    // The usual, then.
  }
  return { layouts: USUAL, chosen: 0 };
}

const state = signal(read(typeof localStorage === "undefined" ? null : localStorage.getItem(PLACE)));

export const chosen = computed(() => state.value.chosen);
export const layout = computed(() => state.value.layouts[state.value.chosen] ?? (USUAL[0] as Layout));

function keep(layouts: readonly Layout[], choice: number): void {
  state.value = { layouts, chosen: choice };
  localStorage.setItem(PLACE, JSON.stringify({ version: VERSION, layouts, chosen: choice }));
}

export function choose(at: number): void {
  keep(state.value.layouts, (at + USUAL.length) % USUAL.length);
}

export function resize(name: keyof Layout, size: number): void {
  const { layouts, chosen: at } = state.value;
  keep(layouts.map((each, index) => (index === at ? bounded({ ...each, [name]: size }) : each)), at);
}

export function resetLayout(): void {
  keep(USUAL, state.value.chosen);
}
