import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { useQuery } from "../query/query";
import { useSubmission } from "../query/submission";
import { hasRole } from "../session/session";
import { age } from "./keeping";
import { bytes } from "./measures";

interface Snapshot { sequence: number; time: string; frameHash: string; stateHash: string; bytes: number }
interface Snapshots { isWorking: boolean; failure: string | null; items: Snapshot[] }

const COLUMNS: readonly Column<Snapshot>[] = [
  { title: "Frame", isNumber: true, of: (each) => <a href={`#/journal?seq=${each.sequence}`}>#{each.sequence}</a> },
  { title: "Taken", of: (each) => dayAndClock(each.time) },
  { title: "Age", isNumber: true, of: (each) => age(each.time) },
  { title: "Size", isNumber: true, of: (each) => bytes(each.bytes) },
  { title: "State hash", of: (each) => <code>{each.stateHash}</code>, class: () => "dim" },
];

/** What a start begins from instead of the first frame; taking one harms nothing. */
export function SnapshotPane() {
  const snapshots = useQuery(() => api.get<Snapshots>("/admin/snapshots"), [], { everyMillis: 5_000 });
  const take = useSubmission(async () => {
    await api.post("/admin/snapshots", {});
    await snapshots.reload();
  });
  const told = snapshots.data.value;
  return (
    <Pane
      title="Snapshots"
      isFlush
      tools={hasRole("ADMIN") && (
        <button type="button" disabled={take.isPending.value || told?.isWorking} onClick={() => void take.send()}>
          {told?.isWorking ? "Being taken…" : "Take one now"}
        </button>
      )}
    >
      <Refusal problem={snapshots.problem.value ?? take.problem.value} />
      {told?.failure && <p class="refusal">The last one failed: {told.failure}</p>}
      <Table name="Snapshots" rows={told?.items} columns={COLUMNS} keyOf={(each) => each.sequence} empty="None yet: a restart runs the whole journal." />
    </Pane>
  );
}
