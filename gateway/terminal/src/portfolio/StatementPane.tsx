import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { api } from "../api/api";
import { ChoiceField, Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { Table } from "../controls/Table";
import { grouped, sentence, signed, signOf } from "../decimal/words";
import { useQuery } from "../query/query";
import { useSubmission } from "../query/submission";
import { instant } from "../explorer/view";
import { save } from "../files/save";
import type { Statement } from "./shapes";

const KINDS = ["fills", "orders", "ledger", "statements", "equity"].map((each) => [each, sentence(each)] as const);

/** What came and went between two moments, and the same as a file. */
export function StatementPane({ account }: { account: string }) {
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const span = { from: instant(from), to: instant(to) };
  const told = useQuery(() => api.get<Statement>("/statements", { account, ...span }), [account, span.from, span.to]);
  return (
    <div class="columns">
      <Pane title="Statement" isFlush>
        <Refusal problem={told.problem.value} fields={["from", "to"]} />
        <Table name="Statement" rows={told.data.value?.items} keyOf={(each) => `${each.asset}${each.purse}`} empty="Nothing came or went in this time." columns={[
          { title: "Asset", of: (each) => each.asset },
          { title: "Purse", of: (each) => sentence(each.purse), class: () => "dim" },
          { title: "Opening", isNumber: true, of: (each) => grouped(each.opening) },
          { title: "Moved", isNumber: true, of: (each) => Object.entries(each.moved).map(([kind, amount]) => <div key={kind} class={signOf(amount) < 0 ? "down" : "up"}>{sentence(kind)} {signed(amount)}</div>) },
          { title: "Closing", isNumber: true, of: (each) => <b>{grouped(each.closing)}</b> },
          { title: "Movements", isNumber: true, of: (each) => each.movements, class: () => "dim" },
        ]} />
        {told.data.value && !told.data.value.whole && <p class="none warn">Older movements are no longer kept here.</p>}
      </Pane>
      <Pane title="Time and files">
        <Export account={account} span={span}>
          <div class="row">
            <Field label="From" name="from" type="datetime-local" value={from} onInput={setFrom} problem={told.problem.value} />
            <Field label="To" name="to" type="datetime-local" value={to} onInput={setTo} problem={told.problem.value} />
          </div>
        </Export>
      </Pane>
    </div>
  );
}

function Export({ account, span, children }: { account: string; span: { from: string; to: string }; children: ComponentChildren }) {
  const [kind, setKind] = useState("fills");
  const [format, setFormat] = useState("csv");
  const file = useSubmission(() => save(`/exports/${kind}`, { format, account, ...span, ...(kind === "equity" ? { interval: "1h" } : {}) }, `${kind}.${format}`));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void file.send();
      }}
    >
      {children}
      <div class="row">
        <ChoiceField label="What" name="kind" value={kind} onInput={setKind} options={KINDS} problem={file.problem.value} />
        <ChoiceField label="Format" name="format" value={format} onInput={setFormat} options={[["csv", "CSV"], ["json", "JSON, with the journal's hash"]]} problem={file.problem.value} />
      </div>
      <Refusal problem={file.problem.value} fields={["kind", "format"]} />
      <div class="actions"><button type="submit" disabled={file.isPending.value}>{file.isPending.value ? "Making it…" : "Save the file"}</button></div>
    </form>
  );
}
