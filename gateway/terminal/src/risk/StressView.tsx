import { useState } from "preact/hooks";
import { api } from "../api/api";
import { Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { Table } from "../controls/Table";
import { money, signed, signOf } from "../decimal/words";
import { whoseAccount } from "../portfolio/Whose";
import { useSubmission } from "../query/submission";
import { shocksOf } from "./shocks";

interface Outcome { symbol: string | null; percent: string; equity: string; required: string; maintenance: string; available: string; call: number | null }

/** What would become of margin if prices moved, each move for itself. */
export function StressView() {
  const [asset, setAsset] = useState("USD");
  const [text, setText] = useState("-30, -20, -10, 10, 20, 30");
  const [symbol, setSymbol] = useState("");
  const account = whoseAccount();
  const stress = useSubmission(() => api.post<{ shocks: Outcome[] }>("/risk/stress", { ...(account ? { account } : {}), asset: asset.trim(), shocks: shocksOf(text, symbol) }));
  const problem = stress.problem.value;
  return (
    <div class="columns">
      <Pane title="Moves of prices">
        <form
          aria-label="Stress test"
          onSubmit={(event) => {
            event.preventDefault();
            void stress.send();
          }}
        >
          <Field label="Margin in" name="asset" value={asset} onInput={setAsset} problem={problem} />
          <Field label="Percent, one or more" name="percent" value={text} onInput={setText} problem={problem} />
          <Field label="Of one contract alone, if any" name="symbol" value={symbol} onInput={setSymbol} problem={problem} placeholder="all of them" />
          <Refusal problem={problem} fields={["asset", "percent", "symbol"]} />
          <div class="actions"><button type="submit" class="main" disabled={stress.isPending.value}>Try them</button></div>
        </form>
      </Pane>
      <Pane title="What would be left" isFlush>
        {stress.answer.value
          ? (
            <Table name="Stress" rows={stress.answer.value.shocks} keyOf={(each) => `${each.symbol}${each.percent}`} columns={[
              { title: "Move", isNumber: true, of: (each) => `${signed(each.percent)} %` },
              { title: "Of", of: (each) => each.symbol ?? "all" },
              { title: "Equity", isNumber: true, of: (each) => money(each.equity, asset.trim()), class: (each) => (signOf(each.equity) < 0 ? "down" : "") },
              { title: "Required", isNumber: true, of: (each) => money(each.required, asset.trim()) },
              { title: "Maintenance", isNumber: true, of: (each) => money(each.maintenance, asset.trim()) },
              { title: "Available", isNumber: true, of: (each) => money(each.available, asset.trim()), class: (each) => (signOf(each.available) < 0 ? "down" : "") },
              { title: "Margin call", of: (each) => (each.call ? <span class="badge bad">step {each.call}</span> : <span class="badge good">none</span>) },
            ]} />
          )
          : <p class="none">Nothing was tried yet.</p>}
      </Pane>
    </div>
  );
}
