import { openOrders } from "../account/holdings";
import { api } from "../api/api";
import { problemOf } from "../api/problem";
import { ofUnits } from "../decimal/decimal";
import type { Watch } from "../market/watch";
import { say } from "../shell/notes";
import { place } from "../ticket/attempts";
import { draft, type Side } from "../ticket/draft";
import { isFormUp, isPhone } from "../trade/narrow";
import { arm, chosen, isArmed, isTrue, sizes } from "./settings";

/** What a click at a price does: fills the form, or, armed, sends. */
export async function touch(watch: Watch, price: bigint, side: Side | null): Promise<void> {
  const text = ofUnits(price, watch.instrument.priceScale);
  const now = draft.peek();
  if (!isArmed.peek() || side === null) {
    const type = ["LIMIT", "STOP_LIMIT", "TAKE_PROFIT_LIMIT", "TRAILING_STOP_LIMIT"].includes(now.type) ? now.type : "LIMIT";
    draft.value = { ...now, type, price: text, side: side ?? now.side };
    if (isPhone.peek()) isFormUp.value = true;
    return;
  }
  await quick(watch, side, "LIMIT", text);
}

/** An order of the chosen size at once; for armed hands alone. */
export async function quick(watch: Watch, side: Side, type: "LIMIT" | "MARKET", price?: string): Promise<void> {
  if (!isArmed.peek() || !isTrue.peek()) return;
  arm();
  const quantity = sizes.peek()[chosen.peek()] ?? "";
  const { symbol } = watch.instrument;
  const attempt = await place(`${side} ${quantity} ${symbol} ${price ?? "market"}`, (key) => ({
    symbol, side, type, quantity, clientOrderId: key,
    ...(price && { price, timeInForce: "GTC", postOnly: draft.peek().postOnly }),
  }));
  if (attempt.problem) say(`${attempt.words}: ${attempt.problem.message}`, "bad");
}

/** Own orders of a row, moved to another price. */
export async function move(watch: Watch, ids: readonly string[], price: bigint): Promise<void> {
  if (!isArmed.peek() || !isTrue.peek()) return;
  arm();
  const text = ofUnits(price, watch.instrument.priceScale);
  for (const id of ids) {
    if (!openOrders.peek().has(id)) continue;
    try {
      await api.patch(`/orders/${id}`, { price: text });
    } catch (failure) {
      say(`Order ${id} was not moved: ${problemOf(failure).message}`, "bad");
    }
  }
}
