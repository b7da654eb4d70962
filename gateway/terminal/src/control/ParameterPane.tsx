import { useState } from "preact/hooks";
import { api } from "../api/api";
import { ChoiceField, Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence } from "../decimal/words";
import { useQuery } from "../query/query";
import { hasRole } from "../session/session";
import { proposed, sendBecause } from "./act";

interface Told {
  parameters: Record<string, string | null>;
  history: { parameter: string; before: string | null; value: string | null; time: string; sequence: number }[];
  scheduled: { change: string; parameter: string; value: string | null; at: string | null; atPhase: string | null }[];
}

const HISTORY: readonly Column<Told["history"][number]>[] = [
  { title: "Time", of: (each) => dayAndClock(each.time), class: () => "dim" },
  { title: "Parameter", of: (each) => sentence(each.parameter) },
  { title: "Before", isNumber: true, of: (each) => each.before ?? "none" },
  { title: "After", isNumber: true, of: (each) => each.value ?? "none" },
  { title: "Frame", isNumber: true, of: (each) => <a href={`#/journal?seq=${each.sequence}`}>#{each.sequence}</a> },
];

const NAMES = [
  "MIN_QUANTITY_LOTS", "MAX_QUANTITY_LOTS", "MIN_NOTIONAL_MINOR", "COLLAR_TICKS", "REFERENCE_PRICE_TICKS", "DYNAMIC_RANGE_BPS", "STATIC_RANGE_BPS",
  "WIDER_RANGE_BPS", "INTERRUPTION_CALL_NANOS", "VELOCITY_LIMIT_TICKS", "VELOCITY_WINDOW_NANOS", "VELOCITY_CALL_NANOS",
  "FAST_VELOCITY_LIMIT_TICKS", "FAST_VELOCITY_WINDOW_NANOS",
] as const;

const PHASES = [["", "At once"], ["PRE_OPEN", "With the next pre-open"], ["CLOSED", "With the next close"], ["CALL", "With the next call"]] as const;

/** The terms of a market as the core holds them, in ticks, lots and last digits; how they changed; and changing one. */
export function ParameterPane({ symbol, onClose }: { symbol: string; onClose: () => void }) {
  const told = useQuery(() => api.get<Told>(`/instruments/${symbol}/parameters`), [symbol], { everyMillis: 5_000 });
  const found = told.data.value;
  return (
    <Pane title={`Terms of ${symbol}`} tools={<button type="button" class="quiet" onClick={onClose}>Close</button>}>
      <Refusal problem={told.problem.value} />
      <div class="columns">
        <dl class="facts">
          {found && NAMES.flatMap((name) => [<dt key={name}>{sentence(name)}</dt>, <dd key={`${name}=`}>{found.parameters[name] ?? <span class="dim">none</span>}</dd>])}
        </dl>
        {hasRole("ADMIN") && found && <Change symbol={symbol} told={found} after={() => told.reload()} />}
        <div>
          {found && found.scheduled.length > 0 && (
            <Table name="Changes to come" rows={found.scheduled} keyOf={(each) => each.change} columns={[
              { title: "To come", of: (each) => sentence(each.parameter) },
              { title: "Value", isNumber: true, of: (each) => each.value ?? "none" },
              { title: "When", of: (each) => each.at ? dayAndClock(each.at) : sentence(each.atPhase) },
            ]} />
          )}
          <Table name="Changes" rows={found?.history.slice(0, 50)} columns={HISTORY} keyOf={(each) => `${each.sequence}${each.parameter}`} empty="They were never changed." />
        </div>
      </div>
    </Pane>
  );
}

function Change({ symbol, told, after }: { symbol: string; told: Told; after: () => unknown }) {
  const [parameter, setParameter] = useState<string>(NAMES[0]);
  const [value, setValue] = useState("");
  const [atPhase, setAtPhase] = useState("");
  const wrong = value !== "" && !/^\d{1,18}$/.test(value) ? "A whole number, or nothing to take it away" : null;
  function go(): void {
    const before = told.parameters[parameter] ?? "none";
    proposed.value = {
      title: `Change ${sentence(parameter).toLowerCase()} of ${symbol}`,
      word: symbol,
      words: "New orders are held to it; those that stand are left alone.",
      impact: () => Promise.resolve([{ what: "Now", value: before }, { what: "Then", value: value || "none", isGrave: true }]),
      send: (reason) => sendBecause(reason, `/admin/instruments/${symbol}/parameters`, { parameter, value: value || null, ...(atPhase ? { atPhase } : {}) }),
      after,
    };
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) go();
      }}
    >
      <ChoiceField label="Parameter" name="parameter" value={parameter} onInput={setParameter} options={NAMES.map((name) => [name, sentence(name)] as const)} />
      <Field label="Value" name="value" isNumber value={value} onInput={setValue} wrong={wrong} hint={`Now: ${told.parameters[parameter] ?? "none"}`} />
      <ChoiceField label="In force" name="atPhase" value={atPhase} onInput={setAtPhase} options={PHASES} />
      <div class="actions"><button type="submit">Change…</button></div>
    </form>
  );
}
