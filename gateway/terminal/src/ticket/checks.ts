import { compare, decimal, type Decimal, parse } from "../decimal/decimal";
import { isMultiple, multiply } from "../decimal/sums";
import type { Instrument } from "../market/shapes";
import type { Draft } from "./draft";
import { hasPrice, isTrailing, isTriggered, mayBeByAmount, mayRest } from "./terms";

/** What is wrong with what was typed, by field; a field that is empty is not wrong yet. */
export type Faults = Partial<Record<string, string>>;

export function faultsOf(draft: Draft, instrument: Instrument): Faults {
  const faults: Faults = {};
  const price = (name: keyof Draft & string): void => {
    const fault = priceFault(String(draft[name]), instrument);
    if (fault) faults[name] = fault;
  };
  if (hasPrice(draft.type)) price("price");
  if (isTriggered(draft.type)) price(isTrailing(draft.type) ? "activationPrice" : "triggerPrice");
  if (isTrailing(draft.type)) whole(draft.trailing, "trailing", faults, 1);
  if (draft.type === "PEGGED") whole(draft.pegOffsetTicks, "pegOffsetTicks", faults);
  if (draft.isByAmount && mayBeByAmount(draft.type)) amount(draft.quoteAmount, faults);
  else quantities(draft, instrument, faults);
  notional(draft, instrument, faults);
  return faults;
}

/** Whether everything that the type needs was typed. */
export function isWhole(draft: Draft): boolean {
  const isByAmount = draft.isByAmount && mayBeByAmount(draft.type);
  const needed = [isByAmount ? draft.quoteAmount : draft.quantity];
  if (hasPrice(draft.type) && draft.type !== "PEGGED") needed.push(draft.price);
  if (isTriggered(draft.type)) needed.push(isTrailing(draft.type) ? draft.trailing : draft.triggerPrice);
  if (draft.timeInForce === "GTD") needed.push(draft.expireTime);
  return needed.every((each) => each.trim() !== "");
}

function priceFault(typed: string, { tickSize }: Instrument): string | null {
  if (typed.trim() === "") return null;
  const value = parse(typed);
  if (!value) return "A decimal number, such as 100.50";
  return isMultiple(value, decimal(tickSize)) ? null : `In steps of ${tickSize}`;
}

function whole(typed: string, name: string, faults: Faults, least?: number): void {
  if (typed.trim() === "") return;
  if (!/^-?\d{1,9}$/.test(typed.trim())) faults[name] = "A whole number";
  else if (least !== undefined && Number(typed) < least) faults[name] = `${least} or more`;
}

function amount(typed: string, faults: Faults): void {
  if (typed.trim() === "") return;
  const value = parse(typed);
  if (!value) faults["quoteAmount"] = "A decimal number";
  else if (value.units <= 0n) faults["quoteAmount"] = "Above zero";
}

function quantities(draft: Draft, instrument: Instrument, faults: Faults): void {
  const fault = quantityFault(draft.quantity, instrument);
  if (fault) faults["quantity"] = fault;
  for (const name of ["displayQuantity", "minQuantity"] as const) {
    const other = name === "displayQuantity" && !mayRest(draft) ? "" : draft[name];
    const value = parse(other);
    if (other.trim() === "") continue;
    if (!value) faults[name] = "A decimal number";
    else if (!isMultiple(value, decimal(instrument.lotSize))) faults[name] = `In steps of ${instrument.lotSize}`;
    else if (isAbove(value, draft.quantity)) faults[name] = "Not above the quantity";
  }
}

function quantityFault(typed: string, { lotSize, minQuantity, maxQuantity }: Instrument): string | null {
  if (typed.trim() === "") return null;
  const value = parse(typed);
  if (!value) return "A decimal number, such as 0.5";
  if (value.units <= 0n) return "Above zero";
  if (!isMultiple(value, decimal(lotSize))) return `In steps of ${lotSize}`;
  if (minQuantity && compare(value, decimal(minQuantity)) < 0) return `${minQuantity} or more`;
  if (maxQuantity && compare(value, decimal(maxQuantity)) > 0) return `${maxQuantity} or less`;
  return null;
}

function isAbove(value: Decimal, typed: string): boolean {
  const other = parse(typed);
  return other !== null && compare(value, other) > 0;
}

function notional(draft: Draft, { minNotional, quote }: Instrument, faults: Faults): void {
  const price = hasPrice(draft.type) ? parse(draft.price) : null;
  const quantity = draft.isByAmount ? null : parse(draft.quantity);
  if (!price || !quantity || !minNotional || faults["quantity"]) return;
  if (compare(multiply(price, quantity), decimal(minNotional)) < 0) {
    faults["quantity"] = `Worth ${minNotional} ${quote} or more`;
  }
}
