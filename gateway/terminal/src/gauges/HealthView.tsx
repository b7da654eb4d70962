import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence } from "../decimal/words";
import { useQuery } from "../query/query";
import { Meter } from "./Meter";
import { amount, bytes } from "./measures";

interface Component {
  name: string;
  status: "HEALTHY" | "DEGRADED" | "UNHEALTHY";
  value: number;
  limit: number;
  unit: string;
  detail: string;
}

interface Status {
  status: Component["status"];
  asOf: string;
  system: { java: string; processors: number; loadAverage: number; uptimeMillis: number; heapUsedBytes: number; heapMostBytes: number; threads: number; collections: number; collectionMillis: number };
  components: Component[];
  alerts: { component: string; level: string; message: string; since: string }[];
  attacks: Record<string, number>;
}

const TONES = { HEALTHY: "good", DEGRADED: "warn", UNHEALTHY: "bad" } as const;

/** A limit that the value has to stay above. */
const FLOORS = new Set(["DISK"]);

const COLUMNS: readonly Column<Component>[] = [
  { title: "Component", of: (each) => sentence(each.name) },
  { title: "Status", of: (each) => <span class={`badge ${TONES[each.status]}`}>{sentence(each.status)}</span> },
  { title: "Value", isNumber: true, of: (each) => amount(each, each.value) },
  { title: "Limit", isNumber: true, of: (each) => (each.limit === 0 ? "–" : `${FLOORS.has(each.name) ? "≥ " : "≤ "}${amount(each, each.limit)}`), class: () => "dim" },
  { title: "Of the limit", of: (each) => (each.limit === 0 || FLOORS.has(each.name) ? "" : <Meter name={`${each.name} of its limit`} value={each.value} most={each.limit} />) },
  { title: "What it is", of: (each) => each.detail, class: () => "dim" },
];

const ALERTS: readonly Column<Status["alerts"][number]>[] = [
  { title: "Since", of: (each) => dayAndClock(each.since), class: () => "dim" },
  { title: "Component", of: (each) => sentence(each.component) },
  { title: "Level", of: (each) => <span class="badge warn">{sentence(each.level)}</span> },
  { title: "Message", of: (each) => each.message },
];

/** Each component against its limit, alerts that stand, the process, and attacks that were seen. */
export function HealthView() {
  const told = useQuery(() => api.get<Status>("/monitoring/system/status"), [], { everyMillis: 2_000 });
  const status = told.data.value;
  return (
    <>
      <Refusal problem={told.problem.value} />
      <Pane title="Components" isFlush tools={status && <span class={`badge ${TONES[status.status]}`}>{sentence(status.status)}</span>}>
        <Table name="Components" rows={status?.components} columns={COLUMNS} keyOf={(each) => each.name} />
      </Pane>
      <div class="columns">
        <Pane title="Alerts that stand" isFlush>
          <Table name="Alerts" rows={status?.alerts} columns={ALERTS} keyOf={(each) => `${each.component}${each.since}`} empty="None: every component is within its limit." />
        </Pane>
        <Pane title="Process">{status && <Process system={status.system} />}</Pane>
        <Pane title="Attacks seen">
          {status && (Object.keys(status.attacks).length === 0
            ? <p class="none">None since the start.</p>
            : <dl class="facts">{Object.entries(status.attacks).flatMap(([kind, times]) => [<dt key={kind}>{sentence(kind)}</dt>, <dd key={`${kind}n`}>{times}</dd>])}</dl>)}
        </Pane>
      </div>
    </>
  );
}

function Process({ system }: { system: Status["system"] }) {
  const hours = system.uptimeMillis / 3_600_000;
  return (
    <dl class="facts">
      <dt>Java</dt><dd>{system.java}</dd>
      <dt>Up for</dt><dd>{hours >= 1 ? `${hours.toFixed(1)} h` : `${Math.floor(system.uptimeMillis / 60_000)} min`}</dd>
      <dt>Load, of {system.processors} processors</dt><dd>{system.loadAverage.toFixed(2)}</dd>
      <dt>Heap</dt><dd>{bytes(system.heapUsedBytes)} of {bytes(system.heapMostBytes)}</dd>
      <dt>Heap in use</dt><dd><Meter name="Heap in use" value={system.heapUsedBytes} most={system.heapMostBytes} /></dd>
      <dt>Threads</dt><dd>{system.threads}</dd>
      <dt>Collections</dt><dd>{system.collections}, {system.collectionMillis} ms in all</dd>
    </dl>
  );
}
