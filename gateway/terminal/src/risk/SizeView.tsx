import { useState } from "preact/hooks";
import { api } from "../api/api";
import { Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { grouped, sentence, trimmed } from "../decimal/words";
import { useSubmission } from "../query/submission";

const FIELDS = [
  ["equity", "Equity", true], ["riskPercent", "Risk of it, percent", true], ["entryPrice", "Entry price", true], ["stopPrice", "Stop price", true],
  ["feeRate", "Fee rate", false], ["lotSize", "Lot size", false], ["buyingPower", "Buying power", false], ["maxPosition", "Largest position", false], ["maxOrder", "Largest order", false],
] as const;

type Name = (typeof FIELDS)[number][0];

interface Size { quantity: string; riskAmount: string; lossAtStop: string; bindingConstraint: string }

/** How much to buy so that the stop costs no more than so much of the equity. */
export function SizeView() {
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({ riskPercent: "1" });
  const size = useSubmission(() => api.post<Size>("/risk-rules/calculate-position-size", Object.fromEntries(FIELDS.map(([name]) => [name, typed[name]?.trim()]).filter(([, value]) => value))));
  const answer = size.answer.value;
  return (
    <div class="columns">
      <Pane title="Position size">
        <form
          aria-label="Position size"
          onSubmit={(event) => {
            event.preventDefault();
            void size.send();
          }}
        >
          {[FIELDS.slice(0, 2), FIELDS.slice(2, 4), FIELDS.slice(4, 6), FIELDS.slice(6)].map((row, at) => (
            <div class="row" key={at}>
              {row.map(([name, label, isNeeded]) => (
                <Field key={name} label={isNeeded ? label : `${label}, if any`} name={name} isNumber required={isNeeded} value={typed[name] ?? ""} problem={size.problem.value} onInput={(value) => setTyped((before) => ({ ...before, [name]: value }))} />
              ))}
            </div>
          ))}
          <Refusal problem={size.problem.value} fields={FIELDS.map(([name]) => name)} />
          <div class="actions"><button type="submit" class="main" disabled={size.isPending.value}>Work it out</button></div>
        </form>
      </Pane>
      <Pane title="So much may be bought">
        {answer
          ? (
            <dl class="facts" aria-live="polite">
              <dt>Quantity</dt><dd><b>{trimmed(answer.quantity)}</b></dd>
              <dt>At risk</dt><dd>{grouped(answer.riskAmount)}</dd>
              <dt>Lost at the stop, with fees</dt><dd>{grouped(answer.lossAtStop)}</dd>
              <dt>What bounds it</dt><dd>{sentence(answer.bindingConstraint)}</dd>
            </dl>
          )
          : <p class="none">Fill in what you have, what you would risk of it, and where you would get in and out.</p>}
      </Pane>
    </div>
  );
}
