import { effect, signal } from "@preact/signals";
import { api } from "../api/api";
import { type Problem, problemOf } from "../api/problem";
import { openOrders } from "../account/holdings";
import type { Watch } from "../market/watch";
import { isTrader } from "../session/session";
import { faultsOf, isWhole } from "./checks";
import { draft } from "./draft";
import { bodyOf } from "./terms";

/** What the venue says would become of the order now. */
export interface Rehearsal {
  readonly accepted: boolean;
  readonly reason: string | null;
  readonly price: string | null;
  readonly fee: string | null;
  readonly feeAsset: string | null;
  readonly hold: string | null;
  readonly holdAsset: string | null;
  readonly filled: string | null;
  readonly notional: string | null;
  readonly rates: { makerFeeRate: string | null; takerFeeRate: string | null } | null;
  readonly sequence: number;
}

const WAIT_MILLIS = 250;

/** Null while nothing whole has been typed. */
export const rehearsal = signal<Rehearsal | null>(null);
export const rehearsalProblem = signal<Problem | null>(null);

/** Asks the venue a moment after each change of what is typed, and forgets what it said before. */
export function followDraft(watch: Watch): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  const end = effect(() => {
    const typed = draft.value;
    void openOrders.value;
    clearTimeout(timer);
    asking?.abort();
    const isReady = isTrader.value && isWhole(typed) && Object.keys(faultsOf(typed, watch.instrument)).length === 0;
    if (!isReady) {
      rehearsal.value = null;
      rehearsalProblem.value = null;
      return;
    }
    timer = setTimeout(() => {
      const mine = (asking = new AbortController());
      api.post<Rehearsal>("/orders/test", bodyOf(typed, watch.instrument.symbol), { signal: mine.signal }).then(
        (told) => {
          if (mine.signal.aborted) return;
          rehearsal.value = told;
          rehearsalProblem.value = null;
        },
        (failure) => {
          if (mine.signal.aborted) return;
          rehearsal.value = null;
          rehearsalProblem.value = problemOf(failure);
        },
      );
    }, WAIT_MILLIS);
  });
  return () => {
    clearTimeout(timer);
    asking?.abort();
    end();
  };
}
