import { computed } from "@preact/signals";
import { api } from "../api/api";
import { query } from "../query/query";
import type { Instrument, Ticker } from "./shapes";

/** All instruments; read once, and again whenever one is asked for that is not among them. */
export const instruments = query(async () => (await api.get<{ items: Instrument[] }>("/instruments")).items);

/** The last 24 hours of all instruments, for lists. */
export const tickers = query(async () => (await api.get<{ items: Ticker[] }>("/market/tickers")).items);

export const bySymbol = computed(() => new Map(instruments.data.value?.map((each) => [each.symbol, each])));

const PLACE = "rialto.market";

/** The market that was looked at last. */
export function lastSymbol(): string | null {
  return localStorage.getItem(PLACE);
}

export function remember(symbol: string): void {
  localStorage.setItem(PLACE, symbol);
}
