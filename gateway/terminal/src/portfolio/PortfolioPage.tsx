import "../gauges/gauges.css";
import { useMemo } from "preact/hooks";
import { api } from "../api/api";
import { ChoiceField } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { gained, grouped, like, money, sentence, signOf, trimmed } from "../decimal/words";
import { Plot } from "../plot/Plot";
import { useQuery } from "../query/query";
import { place, put } from "../route/route";
import { curveOf, percent } from "./curve";
import { GainsPane } from "./GainsPane";
import type { History, Portfolio, Position } from "./shapes";
import { StatementPane } from "./StatementPane";
import { Whose, whoseAccount } from "./Whose";

const INTERVALS = [["1m", "Minutes"], ["5m", "Five minutes"], ["1h", "Hours"], ["1d", "Days"]] as const;
const EQUITY = [{ title: "Equity", tone: "accent", isFilled: true }];
const GAINED = [{ title: "Gained", tone: "up", isFilled: true }];
const round = (value: number): string => Math.round(value).toLocaleString("en-US");

/** What an account is worth, how it came to that, and papers about it. */
export default function PortfolioPage() {
  const account = whoseAccount();
  const told = useQuery(() => api.get<Portfolio>("/portfolio", { account }), [account], { everyMillis: 5_000 });
  return (
    <main class="page" id="main" tabIndex={-1}>
      <header><h1>Portfolio</h1><Whose /></header>
      <Refusal problem={told.problem.value} />
      <div class="columns">
        <Summary told={told.data.value} />
        <Holdings told={told.data.value} />
      </div>
      <Curve account={account} />
      <Positions account={account} />
      <GainsPane account={account} />
      <StatementPane account={account} />
    </main>
  );
}

function tone(text: string | null | undefined): string {
  return signOf(text) < 0 ? "down" : signOf(text) > 0 ? "up" : "";
}

function Summary({ told }: { told: Portfolio | null }) {
  return (
    <Pane title="Worth">
      {!told ? <p class="none" aria-busy="true">Loading…</p> : (
        <dl class="facts">
          <dt>Equity, {told.asset}</dt><dd><b>{money(told.equity, told.asset)}</b></dd>
          <dt>Gained in all</dt><dd class={tone(told.profit)}>{gained(told.profit, told.asset)}</dd>
          <dt>… by prices</dt><dd class={tone(told.price)}>{gained(told.price, told.asset)}</dd>
          <dt>… by fees</dt><dd class={tone(told.fees)}>{gained(told.fees, told.asset)}</dd>
          <dt>… by funding</dt><dd class={tone(told.funding)}>{gained(told.funding, told.asset)}</dd>
          <dt>Paid in, less paid out</dt><dd>{money(told.transfers, told.asset)}</dd>
          <dt>Below its peak by</dt><dd>{money(told.drawdown?.amount, told.asset)} ({percent(told.drawdown?.fraction)})</dd>
        </dl>
      )}
    </Pane>
  );
}

function Holdings({ told }: { told: Portfolio | null }) {
  return (
    <Pane title="Assets" isFlush>
      <Table name="Assets" rows={told?.items} keyOf={(each) => each.asset} empty="It holds nothing yet." columns={[
        { title: "Asset", of: (each) => each.asset },
        { title: "Amount", isNumber: true, of: (each) => trimmed(each.amount) },
        { title: "Price", isNumber: true, of: (each) => (each.price === null ? <span class="warn">no price</span> : grouped(each.price)) },
        { title: "Value", isNumber: true, of: (each) => money(each.value, told?.asset ?? "") },
      ]} />
    </Pane>
  );
}

function Curve({ account }: { account: string }) {
  const interval = place.value.query.get("interval") ?? "1m";
  const told = useQuery(() => api.get<History>("/portfolio/history", { interval, limit: 500, account }), [interval, account], { everyMillis: 15_000 });
  const data = useMemo(() => curveOf(told.data.value?.items ?? [], told.data.value?.now ?? null), [told.data.value]);
  return (
    <Pane title="Equity" tools={<ChoiceField label="By" name="interval" value={interval} options={INTERVALS} onInput={(next) => put("/portfolio", { ...Object.fromEntries(place.value.query), interval: next })} />}>
      <Refusal problem={told.problem.value} />
      {told.data.value && (data[0].length < 2
        ? <p class="none">There is no curve yet: the first point stands when the first interval is over.</p>
        : (
          <div class="columns wide">
            <Plot name="Equity over time" data={[data[0], data[1]]} lines={EQUITY} isTime sayY={round} />
            <Plot name="Gains over time, without what was paid in and out" data={[data[0], data[2]]} lines={GAINED} isTime sayY={round} />
          </div>
        ))}
    </Pane>
  );
}

/** What a market's money is counted in. */
function quoteOf({ symbol }: { symbol: string }): string {
  return symbol.split("-").at(-1) ?? "";
}

const POSITIONS: readonly Column<Position>[] = [
  { title: "Market", of: (each) => each.symbol },
  { title: "Side", of: (each) => sentence(each.side), class: (each) => (each.side === "SHORT" ? "down" : "up") },
  { title: "Quantity", isNumber: true, of: (each) => trimmed(each.quantity) },
  { title: "Average price", isNumber: true, of: (each) => like(each.averagePrice, each.markPrice) },
  { title: "Mark", isNumber: true, of: (each) => grouped(each.markPrice) },
  { title: "Unrealised", isNumber: true, of: (each) => gained(each.unrealised, quoteOf(each)), class: (each) => tone(each.unrealised) },
  { title: "Realised", isNumber: true, of: (each) => gained(each.realised, quoteOf(each)), class: (each) => tone(each.realised) },
  { title: "Fees", isNumber: true, of: (each) => money(each.fees, quoteOf(each)), class: () => "dim" },
  { title: "Liquidation", isNumber: true, of: (each) => like(each.liquidationPrice, each.markPrice), class: () => "dim" },
];

function Positions({ account }: { account: string }) {
  const told = useQuery(() => api.get<{ items: Position[] }>("/portfolio/positions", { account }), [account], { everyMillis: 5_000 });
  return (
    <Pane title="Positions" isFlush>
      <Refusal problem={told.problem.value} />
      <Table name="Positions" rows={told.data.value?.items} columns={POSITIONS} keyOf={(each) => each.symbol} empty="No positions." />
    </Pane>
  );
}
