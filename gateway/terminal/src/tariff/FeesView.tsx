import { useState } from "preact/hooks";
import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { trimmed } from "../decimal/words";
import { useQuery } from "../query/query";
import { hasRole } from "../session/session";
import { AssignmentPane } from "./AssignmentPane";
import { ScheduleForm } from "./ScheduleForm";
import { type Assignment, type Schedule, tierWords } from "./tariff";

/** What trading costs beyond the markets' own rates: schedules by volume, and who has which. */
export function FeesView() {
  const schedules = useQuery(() => api.get<{ items: Schedule[] }>("/admin/fee-schedules"), [], { everyMillis: 5_000 });
  const assignments = useQuery(() => api.get<{ items: Assignment[] }>("/admin/fee-assignments"), [], { everyMillis: 5_000 });
  const [edited, setEdited] = useState<Schedule | "new" | null>(null);
  const given = assignments.data.value?.items ?? null;
  const isAdmin = hasRole("ADMIN");
  const columns: Column<Schedule>[] = [
    { title: "Schedule", isNumber: true, of: (each) => <b>{each.schedule}</b> },
    { title: "Version", isNumber: true, of: (each) => each.version, class: () => "dim" },
    { title: "Asset", of: (each) => each.asset },
    { title: "Volume of thirty days: maker, taker", of: (each) => <span class="tiers">{each.tiers.map((tier, at) => <span key={at}>{tierWords(tier)}</span>)}</span> },
    { title: "Each lot", isNumber: true, of: (each) => trimmed(each.feePerLot) },
    { title: "Assigned", isNumber: true, of: (each) => given?.filter(({ schedule }) => schedule === each.schedule).length ?? "–" },
    { title: "Frame", isNumber: true, of: (each) => <a href={`#/journal?seq=${each.sequence}`}>#{each.sequence}</a> },
  ];
  if (isAdmin) columns.push({ title: "", of: (each) => <button type="button" aria-label={`Change schedule ${each.schedule}`} onClick={() => setEdited(each)}>Change</button> });
  const after = (): Promise<unknown> => Promise.all([schedules.reload(), assignments.reload()]);
  return (
    <>
      <Refusal problem={schedules.problem.value ?? assignments.problem.value} />
      <Pane title="Fee schedules" isFlush tools={isAdmin && <button type="button" class="main" onClick={() => setEdited("new")}>New schedule</button>}>
        <Table name="Fee schedules" rows={schedules.data.value?.items} columns={columns} keyOf={(each) => `${each.schedule} ${each.asset}`} empty="None: everybody pays the markets' own rates." />
      </Pane>
      {edited && <ScheduleForm key={edited === "new" ? "new" : edited.schedule} schedule={edited === "new" ? null : edited} assigned={given ?? []} onClose={() => setEdited(null)} after={after} />}
      <AssignmentPane given={given} schedules={schedules.data.value?.items ?? []} after={after} />
    </>
  );
}
