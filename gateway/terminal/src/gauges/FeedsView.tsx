import { signal } from "@preact/signals";
import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { useQuery } from "../query/query";
import { useSubmission } from "../query/submission";
import { hasRole } from "../session/session";
import { say } from "../shell/notes";

interface Consumer { name: string; kinds: string[]; synchronous: boolean; offset: number; lag: number; delivered: number; retried: number; setAside: number; readsAlone: boolean; fault: string | null }
interface SetAside { id: string; sequence: number; index: number; kind: string; attempts: number; reason: string }

const opened = signal<string | null>(null);

const COLUMNS: readonly Column<Consumer>[] = [
  { title: "Consumer", of: (each) => each.name },
  { title: "Kinds", isNumber: true, of: (each) => <span title={each.kinds.join(", ")}>{each.kinds.length}</span> },
  { title: "At frame", isNumber: true, of: (each) => (each.offset === 0 ? "–" : `#${each.offset}`), class: () => "dim" },
  { title: "Lag", isNumber: true, of: (each) => each.lag, class: (each) => (each.lag > 1_000 ? "warn" : "") },
  { title: "Delivered", isNumber: true, of: (each) => each.delivered.toLocaleString("en-US") },
  { title: "Retried", isNumber: true, of: (each) => each.retried },
  {
    title: "Set aside",
    isNumber: true,
    of: (each) => (each.setAside === 0 ? "0" : <button type="button" onClick={() => (opened.value = each.name)}>{each.setAside}</button>),
  },
  { title: "State", of: (each) => (each.fault ? <span class="badge bad">{each.fault}</span> : <span class="badge good">Runs</span>) },
];

/** Who follows the venue's events, how far behind, and what could not be handled. */
export function FeedsView() {
  const told = useQuery(() => api.get<{ items: Consumer[]; sequence: number }>("/admin/consumers"), [], { everyMillis: 2_000 });
  return (
    <>
      <Refusal problem={told.problem.value} />
      <Pane title="Consumers of the event bus" isFlush>
        <Table name="Consumers" rows={told.data.value?.items} columns={COLUMNS} keyOf={(each) => each.name} />
      </Pane>
      {opened.value && <SetAsidePane name={opened.value} />}
    </>
  );
}

function SetAsidePane({ name }: { name: string }) {
  const told = useQuery(() => api.get<{ items: SetAside[] }>(`/admin/consumers/${encodeURIComponent(name)}/set-aside`), [name]);
  const redrive = useSubmission(async (event: string) => {
    const { handled } = await api.post<{ handled: boolean }>(`/admin/consumers/${encodeURIComponent(name)}/set-aside/${event}/redrive`, {});
    say(handled ? "Handled now" : "It could not be handled again", handled ? "good" : "bad");
    await told.reload();
  });
  const columns: Column<SetAside>[] = [
    { title: "Frame", isNumber: true, of: (each) => <a href={`#/journal?seq=${each.sequence}`}>#{each.sequence}</a> },
    { title: "Kind", of: (each) => each.kind },
    { title: "Attempts", isNumber: true, of: (each) => each.attempts },
    { title: "Reason", of: (each) => each.reason, class: () => "dim" },
    { title: "", of: (each) => hasRole("ADMIN") && <button type="button" disabled={redrive.isPending.value} onClick={() => void redrive.send(each.id)}>Again</button> },
  ];
  return (
    <Pane title={`Set aside by ${name}`} isFlush tools={<button type="button" class="quiet" onClick={() => (opened.value = null)}>Close</button>}>
      <Refusal problem={told.problem.value ?? redrive.problem.value} />
      <Table name={`Set aside by ${name}`} rows={told.data.value?.items} columns={columns} keyOf={(each) => each.id} empty="Nothing any more." />
    </Pane>
  );
}
