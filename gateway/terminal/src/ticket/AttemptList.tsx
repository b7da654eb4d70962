import { computed } from "@preact/signals";
import { endedOrders, openOrders } from "../account/holdings";
import type { Order } from "../account/shapes";
import { sentence } from "../decimal/words";
import { type Attempt, attempts, retry } from "./attempts";

const newest = computed(() => new Map<string, Order>([...endedOrders.value.map((each) => [each.id, each] as const), ...openOrders.value]));

/** What was sent from here: on its way, accepted at a frame, and how it stands since. */
export function AttemptList() {
  if (attempts.value.length === 0) return null;
  return (
    <ul class="attempts" aria-label="Sent orders" data-testid="attempts">
      {attempts.value.map((each) => <Line key={each.key} attempt={each} />)}
    </ul>
  );
}

function Line({ attempt }: { attempt: Attempt }) {
  const { state, order, problem, millis } = attempt;
  const now = order && (newest.value.get(order.id) ?? order);
  return (
    <li>
      <span>{attempt.words}</span>
      {state === "PENDING" && <span class="dim">pending…</span>}
      {state === "ACCEPTED" && (
        <span class="dim">
          #{order?.sequence} · {millis} ms · <b class={now?.status === "FILLED" ? "up" : ""}>{sentence(now?.status)}</b>
        </span>
      )}
      {state === "REFUSED" && <span class="down" title={problem?.code}>{problem?.message}</span>}
      {state === "UNKNOWN" && (
        <span class="warn">
          not known yet
          <button type="button" onClick={() => void retry(attempt)}>Ask again</button>
        </span>
      )}
    </li>
  );
}
