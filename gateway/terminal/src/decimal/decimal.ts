/**
 * Decimals as the venue tells them: texts such as "50000.00", worked on as whole numbers of their last digit. No price, size or
 * amount ever becomes a float, but for where it stands on a screen (`approximate`).
 */
export interface Decimal {
  /** The value without its point. */
  readonly units: bigint;
  /** Digits behind the point. */
  readonly scale: number;
}

const PATTERN = /^(-?)(\d{1,40})(?:\.(\d{1,20}))?$/;

/** What the text says, or null when it is no decimal. */
export function parse(text: string): Decimal | null {
  const found = PATTERN.exec(text.trim());
  if (!found) return null;
  const [, sign, whole, part = ""] = found;
  const units = BigInt(`${whole}${part}`);
  return { units: sign ? -units : units, scale: part.length };
}

/** As {@link parse}, of what the venue told: garbage is an error of the caller. */
export function decimal(text: string): Decimal {
  const parsed = parse(text);
  if (!parsed) throw new RangeError(`no decimal: ${text.slice(0, 40)}`);
  return parsed;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };

/** The same value with that many digits; digits that fall away are cut off towards zero. */
export function rescale(value: Decimal, scale: number): Decimal {
  if (scale === value.scale) return value;
  const by = 10n ** BigInt(Math.abs(scale - value.scale));
  return { units: scale > value.scale ? value.units * by : value.units / by, scale };
}

/** How many of the last digit at that scale, for indexes and sums of one kind of number. */
export function unitsAt(text: string, scale: number): bigint {
  return rescale(decimal(text), scale).units;
}

export function text(value: Decimal): string {
  const { units, scale } = value;
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const sign = units < 0n ? "-" : "";
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The text of so many of the last digit. */
export function ofUnits(units: bigint, scale: number): string {
  return text({ units, scale });
}

export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const left = rescale(a, scale).units;
  const right = rescale(b, scale).units;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** For drawing and for nothing else. */
export function approximate(value: Decimal | string): number {
  return Number(typeof value === "string" ? value : text(value));
}
