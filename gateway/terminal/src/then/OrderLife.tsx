import { useEffect, useState } from "preact/hooks";
import { api } from "../api/api";
import { Field } from "../controls/Field";
import { Refusal } from "../controls/Refusal";
import { fineClock } from "../decimal/moments";
import type { Explained } from "../explorer/shapes";
import { show, view } from "../explorer/view";
import { useQuery } from "../query/query";
import { LANES, laneRows } from "./lanes";

/** The life of one order, frame by frame, a lane each for who acted, what became of it, what traded and what was paid. */
export function OrderLife() {
  const order = view.value.life;
  const told = useQuery(async () => (order ? api.get<Explained>("/journal/explain", { order }) : null), [order]);
  const [text, setText] = useState(order);
  useEffect(() => setText(order), [order]);
  const found = told.data.value;
  const rows = found ? laneRows(found.steps) : [];
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          show({ life: text.trim() });
        }}
      >
        <Field label="Order, then Enter" name="order" value={text} onInput={setText} problem={told.problem.value} inputMode="numeric" />
      </form>
      <Refusal problem={told.problem.value} fields={["order"]} />
      {!order && <p class="none">Choose an order: from the book of an account, a frame's cause, or by its number.</p>}
      {found && !told.problem.value && (
        <div class="lane" role="table" aria-label={`Life of order ${order}`}>
          <div role="row" class="contents">
            <span role="columnheader" class="title">Frame</span><span role="columnheader" class="title">Time</span>
            {LANES.map((lane) => <span key={lane} role="columnheader" class="title">{lane}</span>)}
          </div>
          {rows.map((row) => (
            <div role="row" class="contents" key={row.sequence}>
              <span role="cell"><button type="button" class="quiet" onClick={() => show({ seq: row.sequence })}>#{row.sequence}</button></span>
              <span role="cell" class="dim">{fineClock(row.time)}</span>
              {row.cells.map((cell, at) => <span role="cell" key={LANES[at]}>{cell.map((words, index) => <div key={index} class={at === 2 ? "up" : ""}>{words}</div>)}</span>)}
            </div>
          ))}
        </div>
      )}
      {found?.next && <p class="dim">It goes on behind frame #{found.next}.</p>}
    </>
  );
}
