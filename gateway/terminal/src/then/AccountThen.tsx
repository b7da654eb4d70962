import { useEffect, useState } from "preact/hooks";
import { api } from "../api/api";
import { Field } from "../controls/Field";
import { Refusal } from "../controls/Refusal";
import { Table } from "../controls/Table";
import { grouped, sentence, signed, signOf, trimmed } from "../decimal/words";
import type { Amount, PastAccount } from "../explorer/shapes";
import { show, view } from "../explorer/view";
import { useQuery } from "../query/query";
import { hasRole, user } from "../session/session";
import { Hash } from "./Hash";
import { RunningBalance } from "./RunningBalance";

/** Whose account is looked at: the one that was chosen, else one's own. */
export function whose(): string {
  return view.value.who || view.value.account || (user.value?.account ?? "");
}

/** An account behind a frame: what it had, and what the frame changed of it. */
export function AccountThen({ at }: { at: number }) {
  const account = whose();
  const told = useQuery(async () => (account ? api.get<PastAccount>("/journal/account", { account, seq: at, since: at > 1 ? at - 1 : null }) : null), [account, at]);
  const found = told.data.value;
  return (
    <>
      {hasRole("ADMIN", "RISK", "AUDITOR") && <Whose account={account} told={told.problem.value} />}
      <Refusal problem={told.problem.value} fields={["account"]} />
      {found && !told.problem.value && (
        <>
          <h3>What this frame changed</h3>
          <Changes rows={[...(found.changes?.balances ?? []), ...(found.changes?.positions ?? [])]} empty="Nothing of this account." />
          <h3>Balances</h3>
          <Table name="Balances then" rows={found.state.balances} keyOf={(each) => each.asset} empty="It had nothing yet." columns={[
            { title: "Asset", of: (each) => each.asset },
            { title: "Total", isNumber: true, of: (each) => grouped(each.total) },
            { title: "Available", isNumber: true, of: (each) => grouped(each.available) },
            { title: "Held", isNumber: true, of: (each) => grouped(each.held) },
          ]} />
          {found.state.positions.length > 0 && (
            <Table name="Positions then" rows={found.state.positions} keyOf={(each) => each.symbol} columns={[
              { title: "Position", of: (each) => each.symbol },
              { title: "Quantity", isNumber: true, of: (each) => signed(each.quantity) },
              { title: "Cost", isNumber: true, of: (each) => grouped(each.cost) },
            ]} />
          )}
          <h3>Open orders</h3>
          <Table name="Open orders then" rows={found.state.orders.slice(0, 200)} keyOf={(each) => each.id} empty="None was open." columns={[
            { title: "Order", of: (each) => <button type="button" onClick={() => show({ life: each.id, panel: "order" })}>{each.id}</button> },
            { title: "Market", of: (each) => each.symbol },
            { title: "Side", of: (each) => sentence(each.side), class: (each) => (each.side === "BUY" ? "up" : "down") },
            { title: "Price", isNumber: true, of: (each) => grouped(each.price) },
            { title: "Open", isNumber: true, of: (each) => trimmed(each.open) },
          ]} />
          <RunningBalance account={account} at={found.sequence} balances={found.state.balances} />
          <Hash made={found.stateHash} />
        </>
      )}
    </>
  );
}

/** Numbers that are others now. */
export function Changes({ rows, empty }: { rows: readonly Amount[]; empty: string }) {
  return (
    <Table name="Changes" rows={rows} keyOf={(each) => `${each.of}${each.what}`} empty={empty} columns={[
      { title: "Of", of: (each) => each.of },
      { title: "What", of: (each) => sentence(each.what) },
      { title: "Before", isNumber: true, of: (each) => grouped(each.before), class: () => "dim" },
      { title: "After", isNumber: true, of: (each) => grouped(each.after) },
      { title: "Change", isNumber: true, of: (each) => signed(each.change), class: (each) => (signOf(each.change) < 0 ? "down" : "up") },
    ]} />
  );
}

function Whose({ account, told }: { account: string; told: Parameters<typeof Field>[0]["problem"] }) {
  const [text, setText] = useState(account);
  useEffect(() => setText(account), [account]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        show({ who: text.trim() });
      }}
    >
      <Field label="Account, then Enter" name="account" value={text} onInput={setText} problem={told} inputMode="numeric" />
    </form>
  );
}
