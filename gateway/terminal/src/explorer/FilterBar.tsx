import { useState } from "preact/hooks";
import { type Problem, problemOf } from "../api/problem";
import { Field } from "../controls/Field";
import { Refusal } from "../controls/Refusal";
import { say } from "../shell/notes";
import { askFrames } from "./frames";
import { filtersOf, instant, show, view } from "./view";

const NAMES = ["type", "account", "order", "symbol", "fromSeq", "toSeq", "from", "to"] as const;

/** What the list shows, and where to jump to. Nothing is asked for before Enter or the button. */
export function FilterBar() {
  const [draft, setDraft] = useState(() => ({ ...view.value }));
  const [goal, setGoal] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const field = (name: (typeof NAMES)[number]) => ({
    name, problem, value: draft[name], onInput: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  });
  async function apply(): Promise<void> {
    const next = Object.fromEntries(NAMES.map((name) => [name, draft[name].trim()]));
    try {
      await askFrames({ ...filtersOf({ ...view.value, ...next }), limit: 1 });
      setProblem(null);
      show({ ...next, life: draft.order.trim() || view.value.life });
    } catch (failure) {
      setProblem(problemOf(failure));
    }
  }
  function clear(): void {
    const none = { type: "", account: "", order: "", symbol: "", fromSeq: "", toSeq: "", from: "", to: "" };
    setDraft((before) => ({ ...before, ...none }));
    setProblem(null);
    show(none);
  }
  return (
    <form
      class="filters"
      aria-label="Filters"
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <div class="row">
        <Field label="Type" {...field("type")} placeholder="NewOrder, TradeExecuted" />
        <Field label="Account" {...field("account")} />
        <Field label="Order" {...field("order")} />
        <Field label="Market" {...field("symbol")} />
        <Field label="From #" {...field("fromSeq")} inputMode="numeric" />
        <Field label="To #" {...field("toSeq")} inputMode="numeric" />
        <Field label="From" {...field("from")} type="datetime-local" />
        <Field label="To" {...field("to")} type="datetime-local" />
        <button type="submit" class="main">Filter</button>
        <button type="button" onClick={clear}>Clear</button>
        <Field
          label="Go to" name="goal" value={goal} onInput={setGoal} placeholder="#frame, 14:03:59 or order"
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            void jump(goal.trim()).then(setProblem);
          }}
        />
      </div>
      <Refusal problem={problem} fields={NAMES} />
    </form>
  );
}

/** A frame by its number, a moment by its clock, an order by its id (after the word "order"). */
async function jump(goal: string): Promise<Problem | null> {
  const frame = /^#?([1-9]\d{0,14})$/.exec(goal);
  const order = /^order\s+([1-9]\d{0,18})$/i.exec(goal);
  try {
    if (frame) show({ seq: Number(frame[1]) });
    else {
      const moment = /^\d{1,2}:\d{2}/.test(goal) ? instant(`${today()}T${goal.padStart(8, "0")}`) : instant(goal);
      if (!order && moment === "") say("A frame's number, a time, or “order” and its number", "bad");
      else {
        const { items } = await askFrames({ ...(order?.[1] ? { order: order[1] } : { from: moment }), oldestFirst: true, limit: 1 });
        const found = items[0];
        if (!found) say("There is no frame there");
        else show({ seq: found.sequence, ...(order?.[1] ? { life: order[1], panel: "order" as const } : {}) });
      }
    }
    return null;
  } catch (failure) {
    return problemOf(failure);
  }
}

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}
