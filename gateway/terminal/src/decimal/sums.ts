import { type Decimal, rescale } from "./decimal";

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: rescale(a, scale).units + rescale(b, scale).units, scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { units: -b.units, scale: b.scale });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** Cut off towards zero at that scale. The divisor is not zero. */
export function divide(a: Decimal, b: Decimal, scale: number): Decimal {
  const shift = scale + b.scale - a.scale;
  const up = shift >= 0 ? a.units * 10n ** BigInt(shift) : a.units;
  const down = shift >= 0 ? b.units : b.units * 10n ** BigInt(-shift);
  return { units: up / down, scale };
}

export function isMultiple(value: Decimal, step: Decimal): boolean {
  const scale = Math.max(value.scale, step.scale);
  const by = rescale(step, scale).units;
  return by === 0n || rescale(value, scale).units % by === 0n;
}

/** The multiple of the step that is not above the value, at the step's scale. */
export function floorTo(value: Decimal, step: Decimal): Decimal {
  const scale = Math.max(value.scale, step.scale);
  const by = rescale(step, scale).units;
  const units = rescale(value, scale).units;
  const past = ((units % by) + by) % by;
  return rescale({ units: units - past, scale }, step.scale);
}
