import { approximate } from "../decimal/decimal";
import type { Worth } from "./shapes";

/** Columns of a plot: when, what the account was worth, and what it had gained without what was paid in and out. */
export function curveOf(items: readonly Worth[], now: Worth | null): [times: number[], equity: number[], gained: number[]] {
  const all = now ? [...items.filter((each) => each.time < now.time), now] : [...items];
  // Before the first money there is nothing to show but a line at zero.
  const first = all.findIndex((each) => /[1-9]/.test(each.equity) || /[1-9]/.test(each.transfers));
  const shown = first <= 0 ? all : all.slice(first);
  return [shown.map((each) => Date.parse(each.time) / 1000), shown.map((each) => approximate(each.equity)), shown.map((each) => approximate(each.profit))];
}

/** A fraction as a percentage, digit by digit: "-0.0123" is "-1.23 %". */
export function percent(fraction: string | null | undefined): string {
  if (fraction === null || fraction === undefined) return "–";
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(fraction);
  if (!found) return "–";
  const [, sign = "", whole = "0", part = ""] = found;
  const digits = part.padEnd(4, "0");
  const units = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  return `${sign}${units}.${digits.slice(2, 4)} %`;
}
