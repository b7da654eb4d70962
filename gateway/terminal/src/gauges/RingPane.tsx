import { useRef } from "preact/hooks";
import { Pane } from "../controls/Pane";
import { Meter } from "./Meter";
import { bytes } from "./measures";
import type { Metrics } from "./text";

/** How full the ring before the core is, who is connected, and what is free for the journal. */
export function RingPane({ metrics }: { metrics: Metrics | null }) {
  const peak = useRef(0);
  const of = (name: string): number => metrics?.get(name) ?? 0;
  const taken = of("rialto_ring_occupancy");
  const size = of("rialto_ring_size");
  peak.current = Math.max(peak.current, taken);
  const answers = (status: string): string => of(`rialto_http_answers_total{status="${status}"}`).toLocaleString("en-US");
  if (!metrics) return <Pane title="Ring"><p class="none" aria-busy="true">Loading…</p></Pane>;
  return (
    <>
      <Pane title="Ring">
        <dl class="facts">
          <dt>Taken</dt><dd>{taken} of {size.toLocaleString("en-US")}</dd>
          <dt>Occupancy</dt><dd><Meter name="Ring occupancy" value={taken} most={size} peak={peak.current} /></dd>
          <dt>Highest seen on this page</dt><dd>{peak.current}</dd>
          <dt>Written, promised</dt><dd>#{of("rialto_journal_written_sequence")}, #{of("rialto_journal_promised_sequence")}</dd>
          <dt>Free for the journal</dt><dd>{bytes(of("rialto_journal_free_bytes"))}</dd>
          <dt>Core</dt><dd>{of("rialto_halted") === 0 ? <span class="badge good">Running</span> : <span class="badge bad">Halted</span>}</dd>
        </dl>
      </Pane>
      <Pane title="Sockets and requests">
        <dl class="facts">
          <dt>Connections</dt><dd>{of("rialto_http_connections")}</dd>
          <dt>Turned away</dt><dd>{of("rialto_http_connections_refused_total")}</dd>
          <dt>Too slow, dropped</dt><dd>{of("rialto_http_slow_clients_total")}</dd>
          <dt>In progress, shed</dt><dd>{of("rialto_http_requests_in_progress")}, {of("rialto_http_requests_shed_total")}</dd>
          <dt>Stream subscribers</dt><dd>{of("rialto_events_subscribers")}</dd>
          <dt>Answers 2xx, 4xx, 5xx</dt><dd>{answers("2xx")}, {answers("4xx")}, {answers("5xx")}</dd>
        </dl>
      </Pane>
    </>
  );
}
