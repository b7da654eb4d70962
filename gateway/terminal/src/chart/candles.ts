import { approximate } from "../decimal/decimal";

export interface Candle {
  readonly openTime: string;
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly volume: string;
  readonly trades: number;
}

export const INTERVALS = ["1s", "5s", "15s", "1m", "5m", "15m", "1h", "4h", "1d"] as const;

/** A candle as it is drawn: seconds since 1970, and floats, which a canvas takes. */
export interface Drawn {
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
  readonly isUp: boolean;
}

/** Null for what cannot be drawn. */
export function drawn(candle: Candle): Drawn | null {
  const time = Math.floor(Date.parse(candle.openTime) / 1000);
  const [open, high, low, close, volume] = [candle.open, candle.high, candle.low, candle.close, candle.volume].map(approximate);
  if (![time, open, high, low, close].every((each) => Number.isFinite(each))) return null;
  return { time, open: open ?? 0, high: high ?? 0, low: low ?? 0, close: close ?? 0, volume: volume ?? 0, isUp: (close ?? 0) >= (open ?? 0) };
}

/** Oldest first, one a time: what comes twice counts as it came last. */
export function ordered(candles: readonly Candle[]): Drawn[] {
  const byTime = new Map<number, Drawn>();
  for (const candle of candles) {
    const made = drawn(candle);
    if (made) byTime.set(made.time, made);
  }
  return [...byTime.values()].sort((a, b) => a.time - b.time);
}
