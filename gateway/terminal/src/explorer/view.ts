import { computed } from "@preact/signals";
import { place, put } from "../route/route";

export const PANELS = ["book", "account", "cause", "order", "raw", "difference"] as const;
export type Panel = (typeof PANELS)[number];

/** Everything that the page shows, as the address has it: a view that can be sent to somebody. */
export interface View {
  /** Null is the newest frame. */
  readonly seq: number | null;
  readonly type: string;
  readonly account: string;
  readonly order: string;
  readonly symbol: string;
  readonly fromSeq: string;
  readonly toSeq: string;
  readonly from: string;
  readonly to: string;
  /** Of the panels: whose book, whose account, which order's life. */
  readonly book: string;
  readonly who: string;
  readonly life: string;
  readonly a: number | null;
  readonly b: number | null;
  readonly panel: Panel;
}

function sequence(text: string | null): number | null {
  const found = text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
  return found !== null && Number.isSafeInteger(found) ? found : null;
}

export function viewOf(query: URLSearchParams): View {
  const text = (name: string): string => (query.get(name) ?? "").slice(0, 64);
  return {
    seq: sequence(query.get("seq")),
    type: text("type"), account: text("account"), order: text("order"), symbol: text("symbol"), fromSeq: text("fromSeq"), toSeq: text("toSeq"), from: text("from"), to: text("to"),
    book: text("book"), who: text("who"), life: text("life") || text("order"),
    a: sequence(query.get("a")), b: sequence(query.get("b")),
    panel: PANELS.find((each) => each === query.get("panel")) ?? (query.get("order") ? "order" : "book"),
  };
}

export const view = computed(() => viewOf(place.value.query));

/** Goes on to another view, and leaves the rest of it as it is. */
export function show(next: Partial<View>): void {
  put("/journal", { ...view.value, ...next });
}

/** What the list is asked for. */
export function filtersOf({ type, account, order, symbol, fromSeq, toSeq, from, to }: View): Record<string, string> {
  const given = { type, account, order, symbol, fromSeq, toSeq, from: instant(from), to: instant(to) };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
}

/** A moment as a field tells it, in the reader's zone, as the venue takes it. */
export function instant(local: string): string {
  const at = local === "" ? Number.NaN : Date.parse(local);
  return Number.isNaN(at) ? "" : new Date(at).toISOString();
}
