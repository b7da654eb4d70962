/** What the venue measures of itself, as it tells it: floats, for these are no prices. */
export interface Measured {
  readonly kind: string;
  readonly unit: "MICROSECONDS" | "SHARE" | "PER_SECOND" | "COUNT" | "PERCENT";
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly p999: number;
  readonly p9999: number;
  /** Of latencies: as it was for who comes at even paces, and waits while another is kept waiting. */
  readonly corrected?: Correction | null;
}

export type Correction = Pick<Measured, "count" | "mean" | "p50" | "p90" | "p99" | "p999" | "p9999" | "max"> & { readonly everyMicros: number };

export interface Dashboard {
  readonly asOf: string;
  readonly period: string;
  readonly api: readonly Measured[];
  readonly trading: readonly Measured[];
  readonly websocket: readonly Measured[];
  readonly database: readonly Measured[];
  readonly notifications: readonly Measured[];
}

/** The way of an order through the venue, in its order, and what follows. */
export const STAGES: readonly (readonly [kind: string, title: string, tone: string])[] = [
  ["API_LATENCY", "Request, door to answer", "accent"],
  ["ORDER_MATCHING_LATENCY", "Line, risk and match", "up"],
  ["JOURNAL_COMMIT_LATENCY", "Journal commit", "warn"],
  ["WEBSOCKET_LATENCY", "Publish to socket", "down"],
  ["DATABASE_QUERY_LATENCY", "Database query", "dim"],
  ["NOTIFICATION_LATENCY", "Notification", "edge"],
];

export function all(told: Dashboard): Measured[] {
  return [told.api, told.trading, told.websocket, told.database, told.notifications].flatMap((each) => each ?? []);
}

export function stages(told: Dashboard): Measured[] {
  const found = new Map(all(told).map((each) => [each.kind, each]));
  return STAGES.flatMap(([kind]) => found.get(kind) ?? []);
}

/** "850 µs", "1.25 ms", "12.5 s": three digits, as many as were measured. */
export function duration(micros: number): string {
  if (!Number.isFinite(micros) || micros < 0) return "–";
  if (micros < 1_000) return `${short(micros)} µs`;
  if (micros < 1_000_000) return `${short(micros / 1_000)} ms`;
  return `${short(micros / 1_000_000)} s`;
}

function short(value: number): string {
  const digits = value >= 100 || value === 0 ? 0 : value >= 10 ? 1 : 2;
  const text = value.toFixed(digits);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

export function amount(each: { unit: string }, value: number): string {
  switch (each.unit) {
    case "MICROSECONDS": return duration(value);
    case "SHARE": return `${short(value * 100)} %`;
    case "PERCENT": return `${short(value)} %`;
    case "BYTES": return bytes(value);
    case "PER_SECOND": return `${short(value)} /s`;
    default: return Math.round(value).toLocaleString("en-US");
  }
}

export function bytes(value: number): string {
  const steps = ["B", "KiB", "MiB", "GiB", "TiB"];
  let at = 0;
  let left = value;
  while (Math.abs(left) >= 1024 && at < steps.length - 1) {
    left /= 1024;
    at++;
  }
  return `${short(left)} ${steps[at]}`;
}

/** Points of the classic percentile plot: x is 1/(1-q), the last where the longest of so many stands. */
export function percentilePoints(each: Pick<Measured, "count" | "p50" | "p90" | "p99" | "p999" | "p9999" | "max"> & { readonly p95?: number }): { x: number; y: number }[] {
  if (each.count === 0) return [];
  const told: [number, number][] = [[0.5, each.p50], [0.9, each.p90], ...(each.p95 === undefined ? [] : [[0.95, each.p95] as [number, number]]), [0.99, each.p99], [0.999, each.p999], [0.9999, each.p9999]];
  const points = told.map(([q, y]) => ({ x: 1 / (1 - q), y })).filter(({ x }) => x <= Math.max(2, each.count));
  points.push({ x: Math.max(each.count, 2), y: each.max });
  return points.filter((point, at) => point.y > 0 && (at === 0 || point.x > (points[at - 1]?.x ?? 0)));
}
