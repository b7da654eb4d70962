import { useEffect, useState } from "preact/hooks";
import { api } from "../api/api";
import { Check, ChoiceField, Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { sentence } from "../decimal/words";
import { instruments } from "../market/instruments";
import { useSubmission } from "../query/submission";
import { PRIORITIES, TYPES } from "./shapes";
import { bodyOf, KINDS, NO_WISH, type Wish } from "./wish";

const FIELDS = ["kind", "symbol", "minPriority", "threshold", "filter"];

/** Something to be told of, beyond what is one's own. */
export function SubscriptionForm({ onMade }: { onMade: () => void }) {
  const [wish, setWish] = useState<Wish>(NO_WISH);
  const add = useSubmission(async () => {
    await api.post("/notifications/subscriptions", bodyOf(wish));
    setWish(NO_WISH);
    onMade();
  });
  useEffect(() => {
    if (!instruments.data.value) void instruments.reload();
  }, []);
  const problem = add.problem.value;
  const set = <K extends keyof Wish>(name: K) => (value: Wish[K]): void => setWish({ ...wish, [name]: value });
  const markets = (instruments.data.value ?? []).map(({ symbol }) => [symbol, symbol] as const);
  return (
    <Pane title="New subscription">
      <form
        aria-label="New subscription"
        onSubmit={(event) => {
          event.preventDefault();
          void add.send();
        }}
      >
        <div class="row">
          <ChoiceField label="Of what" name="kind" value={wish.kind} onInput={set("kind")} options={KINDS} problem={problem} />
          <ChoiceField label="Market" name="symbol" value={wish.symbol} onInput={set("symbol")} options={[["", "Any"], ...markets]} problem={problem} />
          <ChoiceField label="From which priority on" name="minPriority" value={wish.minPriority} onInput={set("minPriority")} options={PRIORITIES.map((each) => [each, sentence(each)] as const)} problem={problem} />
        </div>
        {wish.kind === "CUSTOM" && (
          <div class="row" role="group" aria-label="Types; all without any">
            {TYPES.map((type) => (
              <Check key={type} label={sentence(type)} value={wish.types.includes(type)} onInput={(on) => set("types")(on ? [...wish.types, type] : wish.types.filter((each) => each !== type))} />
            ))}
          </div>
        )}
        <div class="row">
          <Field label="Least size" name="threshold" isNumber value={wish.threshold} onInput={set("threshold")} problem={problem} hint="Of a profit or loss, a score, a value" />
          <Field label="Only if" name="filter" value={wish.filter} onInput={set("filter")} problem={problem} hint="Such as: side = BUY and value > 10000" />
        </div>
        <Refusal problem={problem} fields={FIELDS} />
        <div class="actions"><button type="submit" class="main" disabled={add.isPending.value}>{add.isPending.value ? "Adding…" : "Subscribe"}</button></div>
      </form>
    </Pane>
  );
}
