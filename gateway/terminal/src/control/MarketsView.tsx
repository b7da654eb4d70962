import { signal } from "@preact/signals";
import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { sentence, trimmed } from "../decimal/words";
import { useQuery } from "../query/query";
import { hasRole } from "../session/session";
import { proposed, sendBecause } from "./act";
import { onEveryMarket, onMarket } from "./impact";
import { ParameterPane } from "./ParameterPane";
import { PhaseDialog } from "./PhaseDialog";

export interface Term {
  symbol: string;
  kind: string;
  base: string;
  quote: string;
  tickSize: string;
  lotSize: string;
  minQuantity: string | null;
  maxQuantity: string | null;
  minNotional: string | null;
  makerFeeRate: string;
  takerFeeRate: string;
  collar: string | null;
  phase: string;
}

const chosen = signal<string | null>(null);
const phased = signal<Term | null>(null);

const TONES: Record<string, string> = { CONTINUOUS: "good", HALT: "bad", CLOSED: "bad", CANCEL_ONLY: "warn" };

const TERMS: readonly Column<Term>[] = [
  { title: "Market", of: (each) => <b>{each.symbol}</b> },
  { title: "Kind", of: (each) => sentence(each.kind), class: () => "dim" },
  { title: "Phase", of: (each) => <span class={`badge ${TONES[each.phase] ?? "warn"}`}>{sentence(each.phase)}</span> },
  { title: "Tick", isNumber: true, of: (each) => trimmed(each.tickSize) },
  { title: "Lot", isNumber: true, of: (each) => trimmed(each.lotSize) },
  { title: "Least", isNumber: true, of: (each) => trimmed(each.minQuantity) },
  { title: "Most", isNumber: true, of: (each) => trimmed(each.maxQuantity) },
  { title: "Least value", isNumber: true, of: (each) => trimmed(each.minNotional) },
  { title: "Collar", isNumber: true, of: (each) => trimmed(each.collar) },
  { title: "Maker, taker", isNumber: true, of: (each) => `${trimmed(each.makerFeeRate)}, ${trimmed(each.takerFeeRate)}` },
];

/** Markets with their terms, and what may be done to them. */
export function MarketsView() {
  const told = useQuery(() => api.get<{ items: Term[] }>("/admin/instruments"), [], { everyMillis: 2_000 });
  const after = (): unknown => told.reload();
  const terms = told.data.value?.items.find(({ symbol }) => symbol === chosen.value);
  const columns = hasRole("ADMIN", "RISK") ? [...TERMS, actsOf(after)] : TERMS;
  return (
    <>
      <Refusal problem={told.problem.value} />
      <Pane title="Markets" isFlush tools={<EveryMarket after={after} />}>
        <Table name="Markets" rows={told.data.value?.items} columns={columns} keyOf={(each) => each.symbol} empty="No market is listed." />
      </Pane>
      {terms && <ParameterPane key={terms.symbol} term={terms} onClose={() => (chosen.value = null)} after={after} />}
      {phased.value && <PhaseDialog term={phased.value} onClose={() => (phased.value = null)} after={after} />}
    </>
  );
}

function actsOf(after: () => unknown): Column<Term> {
  return {
    title: "",
    of: (each) => (
      <span class="acts">
        {each.phase === "HALT"
          ? hasRole("ADMIN") && <button type="button" aria-label={`Resume ${each.symbol}`} onClick={() => resume(each, after)}>Resume</button>
          : <button type="button" aria-label={`Halt ${each.symbol}`} onClick={() => halt(each, after)}>Halt</button>}
        {hasRole("ADMIN") && <button type="button" aria-label={`Phase of ${each.symbol}`} onClick={() => (phased.value = each)}>Phase</button>}
        <button type="button" aria-label={`Cancel all in ${each.symbol}`} onClick={() => cancelIn(each, after)}>Cancel all</button>
        <button type="button" aria-label={`Terms of ${each.symbol}`} onClick={() => (chosen.value = each.symbol)}>Terms</button>
      </span>
    ),
  };
}

function halt(each: Term, after: () => unknown): void {
  proposed.value = {
    title: `Halt ${each.symbol}`, word: each.symbol, after,
    words: "Nothing trades there until it is resumed; orders stay and may be cancelled.",
    impact: () => onMarket(each),
    send: (reason) => api.post("/admin/halt", { symbol: each.symbol, reason }),
  };
}

function resume(each: Term, after: () => unknown): void {
  proposed.value = {
    title: `Resume ${each.symbol}`, word: each.symbol, after,
    words: "It opens by an auction of what stands in its book, and trades on.",
    impact: () => onMarket(each),
    send: (reason) => api.post("/admin/resume", { symbol: each.symbol, reason }),
  };
}

function cancelIn(each: Term, after: () => unknown): void {
  proposed.value = {
    title: `Cancel all orders in ${each.symbol}`, word: each.symbol, after,
    words: "Everybody's open orders in this market are cancelled. New ones are taken as before.",
    impact: () => onMarket(each),
    send: (reason) => sendBecause(reason, "/admin/orders/cancel", { symbol: each.symbol }),
  };
}

/** The switches for all of the venue. */
function EveryMarket({ after }: { after: () => unknown }) {
  if (!hasRole("ADMIN", "RISK")) return null;
  const every = (title: string, words: string, send: (reason: string) => Promise<unknown>): void => {
    proposed.value = { title, words, word: "EVERY MARKET", impact: onEveryMarket, send, after };
  };
  return (
    <span class="tools">
      {hasRole("ADMIN") && <button type="button" onClick={() => every("Resume every market", "Every halted market opens by an auction and trades on.", (reason) => api.post("/admin/resume", { reason }))}>Resume every market</button>}
      <button type="button" onClick={() => every("Cancel every order", "Everybody's open orders in every market are cancelled.", (reason) => sendBecause(reason, "/admin/orders/cancel"))}>Cancel every order</button>
      <button type="button" class="danger" onClick={() => every("Halt every market", "Nothing trades anywhere until it is resumed.", (reason) => api.post("/admin/halt", { reason }))}>Halt every market</button>
    </span>
  );
}
