import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence, trimmed } from "../decimal/words";
import { useQuery } from "../query/query";
import { hasRole } from "../session/session";
import { proposed, removeBecause } from "./act";
import type { Term } from "./MarketsView";
import { ParameterForm } from "./ParameterForm";
import { inForce, PARAMETERS, titleOf } from "./parameters";

interface Later { change: string; parameter: string; value: string | null; at: string | null; atPhase: string | null }

export interface Told {
  parameters: Record<string, string | null>;
  history: { parameter: string; before: string | null; value: string | null; time: string; sequence: number }[];
  scheduled: Later[];
}

const HISTORY: readonly Column<Told["history"][number]>[] = [
  { title: "Time", of: (each) => dayAndClock(each.time), class: () => "dim" },
  { title: "Parameter", of: (each) => titleOf(each.parameter) },
  { title: "Before", isNumber: true, of: (each) => each.before ?? "none" },
  { title: "After", isNumber: true, of: (each) => each.value ?? "none" },
  { title: "Frame", isNumber: true, of: (each) => <a href={`#/journal?seq=${each.sequence}`}>#{each.sequence}</a> },
];

/** The terms of a market: what is in force, what is to come, how they changed; and changing one. */
export function ParameterPane({ term, onClose, after }: { term: Term; onClose: () => void; after: () => unknown }) {
  const { symbol } = term;
  const told = useQuery(() => api.get<Told>(`/instruments/${symbol}/parameters`), [symbol], { everyMillis: 5_000 });
  const found = told.data.value;
  const reload = (): Promise<unknown> => Promise.all([told.reload(), after()]);
  return (
    <Pane title={`Terms of ${symbol}`} tools={<button type="button" class="quiet" onClick={onClose}>Close</button>}>
      <Refusal problem={told.problem.value} />
      <div class="columns">
        {found && <InForce told={found} term={term} />}
        {hasRole("ADMIN") && found && <ParameterForm term={term} told={found} after={reload} />}
        <div class="stack">
          {found && <Scheduled symbol={symbol} rows={found.scheduled} after={reload} />}
          <Table name="Changes" rows={found?.history.slice(0, 50)} columns={HISTORY} keyOf={(each) => `${each.sequence}${each.parameter}`} empty="They were never changed." />
        </div>
      </div>
    </Pane>
  );
}

function InForce({ told, term }: { told: Told; term: Term }) {
  const known = PARAMETERS.map(([subject, names]) => [subject, names.filter((name) => name in told.parameters || inForce(name, told.parameters, term) !== null)] as const);
  return (
    <dl class="facts">
      {known.filter(([, names]) => names.length > 0).flatMap(([, names]) => names).flatMap((name) => [
        <dt key={name}>{titleOf(name)}</dt>,
        <dd key={`${name}=`}>{trimmed(inForce(name, told.parameters, term) ?? "none")}</dd>,
      ])}
    </dl>
  );
}

function Scheduled({ symbol, rows, after }: { symbol: string; rows: readonly Later[]; after: () => unknown }) {
  if (rows.length === 0) return null;
  const columns: Column<Later>[] = [
    { title: "To come", of: (each) => titleOf(each.parameter) },
    { title: "Value", isNumber: true, of: (each) => each.value ?? "none" },
    { title: "When", of: (each) => (each.at ? dayAndClock(each.at) : `with ${sentence(each.atPhase).toLowerCase()}`) },
  ];
  if (hasRole("ADMIN")) columns.push({ title: "", of: (each) => <button type="button" aria-label={`Withdraw change ${each.change}`} onClick={() => withdraw(symbol, each, after)}>Withdraw</button> });
  return <Table name="Changes to come" rows={rows} keyOf={(each) => each.change} columns={columns} />;
}

function withdraw(symbol: string, later: Later, after: () => unknown): void {
  proposed.value = {
    title: `Withdraw change ${later.change} of ${symbol}`, word: symbol, after, words: "It stays as it is now.",
    impact: () => Promise.resolve([{ what: titleOf(later.parameter), value: `would have become ${later.value ?? "none"}` }]),
    send: (reason) => removeBecause(reason, `/admin/instruments/${symbol}/parameters/${later.change}`),
  };
}
