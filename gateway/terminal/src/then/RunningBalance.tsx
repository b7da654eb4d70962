import { useState } from "preact/hooks";
import { api } from "../api/api";
import { ChoiceField } from "../controls/Field";
import { Refusal } from "../controls/Refusal";
import { Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { grouped, sentence, signed, signOf } from "../decimal/words";
import type { Balance } from "../explorer/shapes";
import { show } from "../explorer/view";
import { useQuery } from "../query/query";
import { broken, type Movement, reconciles } from "./running";

const SHOWN = 100;

/** How an account came to what it had: movement by movement, each with the balance behind it, held against the balance that was run again. */
export function RunningBalance({ account, at, balances }: { account: string; at: number; balances: readonly Balance[] }) {
  const [chosen, setChosen] = useState("");
  const asset = balances.some((each) => each.asset === chosen) ? chosen : (balances[0]?.asset ?? "");
  const told = useQuery(async () => (asset ? api.get<{ items: Movement[]; next: string | null; olderDropped: boolean }>("/ledger", { account, asset, toSequence: at, limit: SHOWN }) : null), [account, asset, at]);
  const found = told.data.value;
  const total = balances.find((each) => each.asset === asset)?.total ?? "0";
  if (!asset) return null;
  return (
    <>
      <div class="row">
        <h3>Running balance</h3>
        <span class="stretch" />
        <ChoiceField label="Asset" name="asset" value={asset} onInput={setChosen} options={balances.map((each) => [each.asset, each.asset] as const)} />
      </div>
      <Refusal problem={told.problem.value} />
      {found && !told.problem.value && <Verdict movements={found.items} asset={asset} total={total} />}
      <Table name="Running balance" rows={found?.items} keyOf={(each) => each.id} empty="No movement is kept of this asset." columns={[
        { title: "Frame", isNumber: true, of: (each) => <button type="button" class="quiet" onClick={() => show({ seq: each.sequence })}>#{each.sequence}</button> },
        { title: "Time", of: (each) => dayAndClock(each.time), class: () => "dim" },
        { title: "Kind", of: (each) => sentence(each.kind) },
        { title: "Purse", of: (each) => sentence(each.purse), class: () => "dim" },
        { title: "Amount", isNumber: true, of: (each) => signed(each.amount), class: (each) => (signOf(each.amount) < 0 ? "down" : "up") },
        { title: "After", isNumber: true, of: (each) => grouped(each.after) },
      ]} />
      {found && (found.next !== null || found.olderDropped) && <p class="dim">The newest {found.items.length}; older ones lie before them.</p>}
    </>
  );
}

function Verdict({ movements, asset, total }: { movements: readonly Movement[]; asset: string; total: string }) {
  const wrong = broken(movements);
  const agrees = reconciles(movements, asset, total);
  return (
    <p class="row">
      <span class={`badge ${wrong ? "bad" : "good"}`}>{wrong ? `it does not add up at #${wrong.sequence}` : "every amount leads to the balance behind it"}</span>
      {agrees !== null && <span class={`badge ${agrees ? "good" : "bad"}`}>{agrees ? "comes to the balance that was run again" : `comes to another balance than ${grouped(total)} ${asset}`}</span>}
    </p>
  );
}
