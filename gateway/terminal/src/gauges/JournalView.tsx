import { useMemo } from "preact/hooks";
import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { useQuery, type Query } from "../query/query";
import { useSubmission } from "../query/submission";
import { hasRole } from "../session/session";
import { bytes } from "./measures";
import { RingPane } from "./RingPane";
import { metricsIn, type Metrics, perSecond } from "./text";
import { asked } from "./unversioned";

interface Snapshot { sequence: number; time: string; frameHash: string; stateHash: string; bytes: number }
interface Snapshots { isWorking: boolean; failure: string | null; items: Snapshot[] }
interface Standing { status: string; ack: string; intake: string; sequence: number; durableSequence: number; feedsSequence: number; faults: string[] }

const COLUMNS: readonly Column<Snapshot>[] = [
  { title: "Frame", isNumber: true, of: (each) => <a href={`#/journal?seq=${each.sequence}`}>#{each.sequence}</a> },
  { title: "Taken", of: (each) => dayAndClock(each.time) },
  { title: "Age", isNumber: true, of: (each) => age(each.time) },
  { title: "Size", isNumber: true, of: (each) => bytes(each.bytes) },
  { title: "State hash", of: (each) => <code>{each.stateHash.slice(0, 16)}</code>, class: () => "dim" },
];

export function age(moment: string): string {
  const minutes = Math.max(0, (Date.now() - Date.parse(moment)) / 60_000);
  return minutes < 60 ? `${Math.floor(minutes)} min` : minutes < 2880 ? `${(minutes / 60).toFixed(1)} h` : `${Math.floor(minutes / 1440)} days`;
}

/** Up to where history is written, promised and followed; what is kept of it; and the ring before it. */
export function JournalView() {
  const standing = useQuery(() => asked<Standing>("/health"), [], { everyMillis: 1_000 });
  const snapshots = useQuery(() => api.get<Snapshots>("/admin/snapshots"), [], { everyMillis: 5_000 });
  const told = standing.data.value;
  const pace = usePace(told?.sequence);
  return (
    <>
      <Refusal problem={standing.problem.value} />
      <div class="columns">
        <Pane title="Journal">
          {told && (
            <dl class="facts">
              <dt>Head</dt><dd><a href={`#/journal?seq=${told.sequence}`}>#{told.sequence.toLocaleString("en-US")}</a></dd>
              <dt>On the device up to</dt><dd>#{told.durableSequence.toLocaleString("en-US")}</dd>
              <dt>Frames not on the device yet</dt><dd class={told.sequence > told.durableSequence + 10_000 ? "warn" : ""}>{told.sequence - told.durableSequence}</dd>
              <dt>Frames a second</dt><dd>{pace === null ? "–" : pace.toFixed(0)}</dd>
              <dt>Feeds behind by</dt><dd>{Math.max(0, told.sequence - told.feedsSequence)} frames</dd>
              <dt>An acknowledgement means</dt><dd>{told.ack === "DURABLE" ? "on the device" : "written by the process"}</dd>
              <dt>Commands are</dt><dd>{told.intake === "OPEN" ? "taken" : <span class="badge bad">{told.intake}</span>}</dd>
              <dt>Faults</dt><dd>{told.faults.length === 0 ? "none" : <span class="down">{told.faults.join("; ")}</span>}</dd>
            </dl>
          )}
        </Pane>
        {hasRole("ADMIN") && <Measured />}
      </div>
      <SnapshotPane snapshots={snapshots} />
    </>
  );
}

function usePace(sequence: number | undefined): number | null {
  const looks = useMemo(() => [] as { at: number; value: number }[], []);
  if (sequence !== undefined && sequence !== looks.at(-1)?.value || looks.length === 0 || Date.now() - (looks.at(-1)?.at ?? 0) > 900) {
    if (sequence !== undefined) looks.push({ at: Date.now(), value: sequence });
    if (looks.length > 10) looks.shift();
  }
  const newest = looks.at(-1);
  return newest && looks.length > 1 ? perSecond(looks[0] ?? null, newest) : null;
}

function Measured() {
  const metrics: Query<Metrics> = useQuery(async () => metricsIn(await asked<string>("/metrics")), [], { everyMillis: 2_000 });
  return (
    <>
      <Refusal problem={metrics.problem.value} />
      <RingPane metrics={metrics.data.value} />
    </>
  );
}

function SnapshotPane({ snapshots }: { snapshots: Query<Snapshots> }) {
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
