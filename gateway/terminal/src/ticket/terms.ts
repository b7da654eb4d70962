import type { Draft } from "./draft";

export const TYPES = [
  ["LIMIT", "Limit"],
  ["MARKET", "Market"],
  ["MARKET_TO_LIMIT", "Market to limit"],
  ["STOP", "Stop"],
  ["STOP_LIMIT", "Stop limit"],
  ["TAKE_PROFIT", "Take profit"],
  ["TAKE_PROFIT_LIMIT", "Take profit limit"],
  ["TRAILING_STOP", "Trailing stop"],
  ["TRAILING_STOP_LIMIT", "Trailing stop limit"],
  ["PEGGED", "Pegged"],
] as const;

export const TIMES = [
  ["GTC", "GTC"],
  ["IOC", "IOC"],
  ["FOK", "FOK"],
  ["DAY", "Day"],
  ["GTD", "GTD"],
  ["AT_OPEN", "At open"],
  ["AT_CLOSE", "At close"],
  ["GOOD_FOR_AUCTION", "Auctions"],
  ["GOOD_FOR_CONTINUOUS", "Continuous"],
] as const;

export function hasPrice(type: string): boolean {
  return type === "LIMIT" || type.endsWith("_LIMIT") && type !== "MARKET_TO_LIMIT" || type === "PEGGED";
}

export function isTrailing(type: string): boolean {
  return type.startsWith("TRAILING");
}

export function isTriggered(type: string): boolean {
  return isTrailing(type) || type.startsWith("STOP") || type.startsWith("TAKE_PROFIT");
}

/** Waits in the book, so that post-only, peaks and hiding mean something. */
export function mayRest({ type, timeInForce }: Draft): boolean {
  return type !== "MARKET" && timeInForce !== "IOC" && timeInForce !== "FOK";
}

/** Takes money in place of a quantity. */
export function mayBeByAmount(type: string): boolean {
  return type === "MARKET";
}

/** Trades at whatever price the book has, as far as it goes. */
export function isTaker(type: string): boolean {
  return type === "MARKET" || type === "MARKET_TO_LIMIT";
}

type Body = Record<string, string | number | boolean>;

/** What is sent: only what the type knows and the person filled in. */
export function bodyOf(draft: Draft, symbol: string, clientOrderId?: string): Body {
  const { type } = draft;
  const body: Body = { symbol, side: draft.side, type };
  if (!isTaker(type) || draft.timeInForce !== "GTC") body["timeInForce"] = draft.timeInForce;
  const text = (name: string, value: string): void => {
    if (value.trim() !== "") body[name] = value.trim();
  };
  if (hasPrice(type)) text("price", draft.price);
  if (draft.isByAmount && mayBeByAmount(type)) text("quoteAmount", draft.quoteAmount);
  else text("quantity", draft.quantity);
  if (isTriggered(type)) trigger(draft, body, text);
  if (type === "PEGGED") {
    body["pegReference"] = draft.pegReference;
    if (/^-?\d+$/.test(draft.pegOffsetTicks.trim())) body["pegOffsetTicks"] = Number(draft.pegOffsetTicks);
  }
  if (draft.timeInForce === "GTD" && draft.expireTime) body["expireTime"] = momentOf(draft.expireTime);
  if (mayRest(draft)) resting(draft, body, text);
  if (draft.reduceOnly) body["reduceOnly"] = true;
  if (draft.allOrNone) body["allOrNone"] = true;
  text("minQuantity", draft.minQuantity);
  if (draft.selfTradePrevention !== "ACCOUNT_DEFAULT") body["selfTradePrevention"] = draft.selfTradePrevention;
  if (clientOrderId) body["clientOrderId"] = clientOrderId;
  return body;
}

function trigger(draft: Draft, body: Body, text: (name: string, value: string) => void): void {
  body["triggerSource"] = draft.triggerSource;
  if (!isTrailing(draft.type)) return text("triggerPrice", draft.triggerPrice);
  text("activationPrice", draft.activationPrice);
  if (/^\d+$/.test(draft.trailing.trim())) body[draft.isTrailingBps ? "trailingBps" : "trailingTicks"] = Number(draft.trailing);
}

function resting(draft: Draft, body: Body, text: (name: string, value: string) => void): void {
  if (draft.postOnly !== "NO") body["postOnly"] = draft.postOnly;
  text("displayQuantity", draft.displayQuantity);
  if (draft.hidden) body["hidden"] = true;
}

/** Of a moment as a person types it, in his own zone. */
function momentOf(local: string): string {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? local : at.toISOString();
}
