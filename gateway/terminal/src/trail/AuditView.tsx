import { api } from "../api/api";
import { usePages } from "../control/pages";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence } from "../decimal/words";
import { useSubmission } from "../query/submission";
import { place, put } from "../route/route";
import { say } from "../shell/notes";

interface Entry {
  id: string; time: string; kind: string; actor: string; actorName: string | null; account: string | null; action: string; path: string | null;
  reason: string | null; subject: string | null; status: number | null; outcome: string | null; sequence: number | null; address: string | null; times: number;
}

const COLUMNS: readonly Column<Entry>[] = [
  { title: "Time", of: (each) => dayAndClock(each.time), class: () => "dim" },
  { title: "Kind", of: (each) => sentence(each.kind) },
  { title: "Who", of: (each) => <span title={each.actor}>{each.actorName ?? each.actor}</span> },
  { title: "Did", of: (each) => <code title={each.path ?? ""}>{(each.path ?? each.action).replace("/api/v1", "")}</code> },
  { title: "Reason", of: (each) => each.reason ?? "–", class: (each) => (each.reason ? "" : "dim") },
  { title: "About", of: (each) => each.subject ?? each.account ?? "–", class: () => "dim" },
  { title: "Outcome", of: (each) => <span class={`badge ${each.outcome === "OK" ? "good" : each.outcome ? "bad" : "warn"}`}>{each.outcome ?? "Open"}</span> },
  { title: "Frame", isNumber: true, of: (each) => (each.sequence ? <a href={`#/journal?seq=${each.sequence}`}>#{each.sequence}</a> : "–") },
  { title: "From", of: (each) => each.address ?? "–", class: () => "dim" },
];

/** What was done, by whom and why; the list is a chain, and can be checked for being whole. */
export function AuditView() {
  const actor = place.value.query.get("actor") ?? "";
  const outcome = place.value.query.get("outcome") ?? "";
  const { told, more } = usePages<Entry>("/admin/audit", { actor, outcome }, [actor, outcome]);
  const verify = useSubmission(async () => {
    const { whole, fault, entries } = await api.get<{ whole: boolean; fault: string | null; entries: number }>("/admin/audit/verify");
    say(whole ? `The audit list is whole: ${entries} entries` : `The audit list is not whole: ${fault}`, whole ? "good" : "bad");
  });
  return (
    <>
      <Refusal problem={told.problem.value ?? verify.problem.value} />
      <Pane
        title="Audit list"
        isFlush
        tools={(
          <span class="tools">
            <input class="filter" aria-label="Actor" placeholder="user:NUMBER or key:ID" value={actor} onChange={(event) => put("/ops/audit", { actor: event.currentTarget.value, outcome })} />
            <input class="filter" aria-label="Outcome" placeholder="OK, a code, MISSING" value={outcome} onChange={(event) => put("/ops/audit", { actor, outcome: event.currentTarget.value })} />
            <button type="button" onClick={() => void told.reload()}>Newest</button>
            <button type="button" disabled={verify.isPending.value} onClick={() => void verify.send()}>{verify.isPending.value ? "Checking…" : "Check the chain"}</button>
          </span>
        )}
      >
        <Table name="Audit list" rows={told.data.value?.items} columns={COLUMNS} keyOf={(each) => each.id} empty="Nothing fits." />
        {told.data.value?.hasMore && <div class="pages"><button type="button" onClick={more}>Older</button></div>}
      </Pane>
    </>
  );
}
