import { useState } from "preact/hooks";
import { api } from "../api/api";
import { ChoiceField, Field } from "../controls/Field";
import { Refusal } from "../controls/Refusal";
import { sentence, trimmed } from "../decimal/words";
import { useSubmission } from "../query/submission";

interface Verdict {
  accepted: boolean; asked: boolean; breach: boolean; measured: string | null; limit: string | null; reason: string | null;
  recent: { orders: number; beyond: number; breaches: number } | null;
}

const FIELDS = ["account", "symbol", "side", "price", "quantity"];

/** What the rule would say to an order, and to the recent orders of the account; nothing is changed. */
export function RuleTest({ rule }: { rule: () => Record<string, unknown> }) {
  const [order, setOrder] = useState({ account: "", symbol: "BTC-USD", side: "BUY", price: "", quantity: "" });
  const test = useSubmission(() => {
    const { account, ...rest } = order;
    return api.post<Verdict>("/risk-rules/test", { ...(account ? { account } : {}), rule: rule(), order: { ...rest, type: "LIMIT" } });
  });
  const problem = test.problem.value;
  const verdict = test.answer.value;
  const text = (name: keyof typeof order) => ({ name, problem, value: order[name], onInput: (value: string) => setOrder((before) => ({ ...before, [name]: value })) });
  return (
    <form
      aria-label="Try the rule"
      onSubmit={(event) => {
        event.preventDefault();
        void test.send();
      }}
    >
      <h3>Try it against an order; nothing is placed</h3>
      <div class="row">
        <Field label="Account" {...text("account")} inputMode="numeric" placeholder="your own" />
        <Field label="Market" {...text("symbol")} />
        <ChoiceField label="Side" {...text("side")} options={[["BUY", "Buy"], ["SELL", "Sell"]]} />
      </div>
      <div class="row">
        <Field label="Price" isNumber {...text("price")} />
        <Field label="Quantity" isNumber {...text("quantity")} />
        <button type="submit" disabled={test.isPending.value}>Try it</button>
      </div>
      <Refusal problem={problem} fields={FIELDS} />
      {verdict && (
        <dl class="facts" aria-live="polite">
          <dt>The rule</dt><dd><span class={`badge ${verdict.breach ? "bad" : "good"}`}>{!verdict.asked ? "is not asked of it" : verdict.breach ? "is broken" : "holds"}</span></dd>
          <dt>Measured, of the limit</dt><dd>{trimmed(verdict.measured)} of {trimmed(verdict.limit)}</dd>
          <dt>The order</dt><dd>{verdict.accepted ? "would be taken" : `would be refused: ${sentence(verdict.reason)}`}</dd>
          {verdict.recent && <><dt>Of {verdict.recent.orders} recent orders</dt><dd>{verdict.recent.beyond} beyond it, {verdict.recent.breaches} breaches counted</dd></>}
        </dl>
      )}
    </form>
  );
}
