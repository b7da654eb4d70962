import { useMemo } from "preact/hooks";
import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { useQuery, type Query } from "../query/query";
import { hasRole } from "../session/session";
import { age, type Keeping, Pace } from "./keeping";
import { BookSums, Segments } from "./KeptFiles";
import { bytes, duration } from "./measures";
import { RingPane } from "./RingPane";
import { SnapshotPane } from "./SnapshotPane";
import { metricsIn, type Metrics } from "./text";
import { asked } from "./unversioned";

interface Standing { status: string; ack: string; intake: string; sequence: number; durableSequence: number; feedsSequence: number; faults: string[] }

/** Up to where history is written, promised and followed; how it is written and kept; and the ring before it. */
export function JournalView() {
  const standing = useQuery(() => asked<Standing>("/health"), [], { everyMillis: 1_000 });
  const pace = useMemo(() => new Pace(), []);
  const kept = useQuery(async () => {
    const told = await api.get<Keeping>("/admin/journal");
    pace.add(performance.now(), told);
    return told;
  }, [], { everyMillis: 1_000 });
  const told = standing.data.value;
  const found = kept.data.value;
  return (
    <>
      <Refusal problem={standing.problem.value ?? kept.problem.value} />
      <div class="columns">
        <Pane title="Journal">{told ? <Head told={told} found={found} /> : <p class="none" aria-busy="true">Loading…</p>}</Pane>
        <Pane title="Writing">{found ? <Writing found={found} pace={pace} /> : <p class="none" aria-busy="true">Loading…</p>}</Pane>
        <Pane title="Starting again">{found ? <Start found={found} /> : <p class="none" aria-busy="true">Loading…</p>}</Pane>
        {hasRole("ADMIN") && <Measured />}
      </div>
      <div class="columns wide">
        <Segments found={found} />
        <BookSums found={found} />
      </div>
      <SnapshotPane />
    </>
  );
}

function Head({ told, found }: { told: Standing; found: Keeping | null }) {
  return (
    <dl class="facts">
      <dt>Head</dt><dd><a href={`#/journal?seq=${told.sequence}`}>#{told.sequence.toLocaleString("en-US")}</a></dd>
      <dt>On the device up to</dt><dd>#{told.durableSequence.toLocaleString("en-US")}</dd>
      <dt>Frames not on the device yet</dt><dd class={told.sequence > told.durableSequence + 10_000 ? "warn" : ""}>{told.sequence - told.durableSequence}</dd>
      <dt>Feeds behind by</dt><dd>{Math.max(0, told.sequence - told.feedsSequence)} frames</dd>
      <dt>An acknowledgement means</dt><dd>{told.ack === "DURABLE" ? "on the device" : "written by the process"}</dd>
      <dt>Commands are</dt><dd>{told.intake === "OPEN" ? "taken" : <span class="badge bad">{told.intake}</span>}</dd>
      <dt>Life of the writer</dt><dd>{found?.epoch ?? "–"}</dd>
      <dt>Checks of what is read and run again</dt><dd>{told.faults.length === 0 ? <span class="badge good">no fault</span> : <span class="down">{told.faults.join("; ")}</span>}</dd>
    </dl>
  );
}

function Writing({ found: { writing, bytes: all }, pace }: { found: Keeping; pace: Pace }) {
  const now = pace.now;
  return (
    <dl class="facts">
      <dt>Bytes a second</dt><dd>{now ? bytes(now.bytes) : "–"}</dd>
      <dt>Frames a second</dt><dd>{now ? now.frames.toFixed(0) : "–"}</dd>
      <dt>Frames kept at once, mean of a minute</dt><dd>{writing.batchFrames === 0 ? "–" : writing.batchFrames.toFixed(1)}</dd>
      <dt>The most of a minute</dt><dd>{writing.largestBatchFrames === 0 ? "–" : writing.largestBatchFrames}</dd>
      <dt>Keeping a batch, median</dt><dd>{writing.batchFrames === 0 ? "–" : duration(writing.forceMicros)}</dd>
      <dt>The longest of a minute</dt><dd>{writing.batchFrames === 0 ? "–" : duration(writing.longestForceMicros)}</dd>
      <dt>Written since the start</dt><dd>{bytes(writing.bytes)}, {writing.frames.toLocaleString("en-US")} frames</dd>
      <dt>All files</dt><dd>{bytes(all)}</dd>
    </dl>
  );
}

function Start({ found: { snapshot, start } }: { found: Keeping }) {
  return (
    <dl class="facts">
      <dt>Last snapshot</dt><dd>{snapshot ? <a href={`#/journal?seq=${snapshot.sequence}`}>#{snapshot.sequence.toLocaleString("en-US")}</a> : "none yet"}</dd>
      <dt>Its age</dt><dd>{snapshot ? age(snapshot.time) : "–"}</dd>
      <dt>State hash there</dt><dd>{snapshot ? <code>{snapshot.stateHash}</code> : "–"}</dd>
      <dt>Frames to run again behind it</dt><dd>{snapshot ? snapshot.framesSince.toLocaleString("en-US") : "all"}</dd>
      <dt>The last start read</dt><dd>{start.frames.toLocaleString("en-US")} frames in {duration(start.millis * 1000)}</dd>
      <dt>A start now would take about</dt><dd>{start.nextMillis === null ? <span class="dim">not known: the last one had too little to read</span> : duration(start.nextMillis * 1000)}</dd>
    </dl>
  );
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
