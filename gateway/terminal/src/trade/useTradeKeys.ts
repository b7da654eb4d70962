import { cancelAll } from "../blotter/OpenOrders";
import { useKeys } from "../keys/useKeys";
import type { Face } from "../ladder/face";
import { quick } from "../ladder/hands";
import { GROUPS } from "../ladder/rows";
import { arm, chosen, disarm, group, isArmed, sizes } from "../ladder/settings";
import { isPicking } from "../market/MarketPicker";
import type { Watch } from "../market/watch";
import { isTrader } from "../session/session";
import { draft, type } from "../ticket/draft";
import { TIMES } from "../ticket/terms";
import { choose, chosen as layoutChosen } from "./layouts";

function size(at: number): void {
  chosen.value = at;
  type("quantity", sizes.value[at] ?? "");
}

function regroup(face: Face | null, by: number): void {
  const now = group.value ?? face?.ticks.value ?? 1;
  const at = GROUPS.findIndex((each) => each === now) + by;
  group.value = GROUPS[Math.max(0, Math.min(GROUPS.length - 1, at))] ?? 1;
}

function nextTime(): void {
  const at = TIMES.findIndex(([time]) => time === draft.value.timeInForce);
  type("timeInForce", TIMES[(at + 1) % TIMES.length]?.[0] ?? "GTC");
}

/** The keys of the trading page. */
export function useTradeKeys(watch: Watch | null, face: Face | null, openSheet: () => void): void {
  const price = (at: string | undefined): void => {
    if (at) draft.value = { ...draft.value, price: at };
  };
  useKeys({
    buy: () => type("side", "BUY"),
    sell: () => type("side", "SELL"),
    size1: () => size(0),
    size2: () => size(1),
    size3: () => size(2),
    size4: () => size(3),
    joinBid: () => price(watch?.book.bids.best?.price),
    joinAsk: () => price(watch?.book.asks.best?.price),
    marketBuy: () => watch && void quick(watch, "BUY", "MARKET"),
    marketSell: () => watch && void quick(watch, "SELL", "MARKET"),
    arm: () => isTrader.value && (isArmed.value ? disarm() : arm()),
    cancelHere: () => watch && void cancelAll(watch.instrument.symbol),
    cancelAll: () => void cancelAll(),
    centre: () => face?.recentre(),
    coarser: () => regroup(face, 1),
    finer: () => regroup(face, -1),
    search: () => (isPicking.value = true),
    layoutBefore: () => choose(layoutChosen.value - 1),
    layoutAfter: () => choose(layoutChosen.value + 1),
    timeInForce: nextTime,
    postOnly: () => type("postOnly", draft.value.postOnly === "NO" ? "REJECT" : "NO"),
    quantity: () => document.getElementById("ticket-quantity")?.focus(),
    sheet: openSheet,
  }, [watch, face]);
}
