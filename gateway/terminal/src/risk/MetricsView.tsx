import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { gained, grouped, money, sentence, signed, signOf } from "../decimal/words";
import { percent } from "../portfolio/curve";
import { whoseAccount } from "../portfolio/Whose";
import { useQuery } from "../query/query";
import { ACTION_TONES } from "./rules";

interface Metric { value: string | null; amount?: string | null; formula: string; window?: string; samples: number; minimum: number; reason: string | null; largest?: string }
interface Analysis { asset: string; accountValue: string; valueAtRisk95: Metric; valueAtRisk99: Metric; expectedShortfall95: Metric; expectedShortfall99: Metric; sharpe: Metric; sortino: Metric; beta: Metric; concentration: Metric }
interface Standing {
  asset: string; accountValue: string; buyingPower: string; totalPositionValue: string; cash: string; numberOfPositions: number; dailyProfit: string; dailyProfitPercent: string | null;
  totalUnrealised: string; totalUnrealisedPercent: string | null; leverage: string | null; maxDrawdownPercent: string | null; unpriced: string[]; formulas: Record<string, string>;
}
interface Alert { rule: string; type: string; account: string; symbol: string | null; measured: string; limit: string; count: number; action: string; severity: string; time: string; sequence: number }

type Shown = readonly [key: keyof Analysis, title: string, isShare: boolean];
const METRICS: readonly Shown[] = [
  ["valueAtRisk95", "Value at risk, 95 %", true], ["valueAtRisk99", "Value at risk, 99 %", true],
  ["expectedShortfall95", "Expected shortfall, 95 %", true], ["expectedShortfall99", "Expected shortfall, 99 %", true],
  ["sharpe", "Sharpe", false], ["sortino", "Sortino", false], ["beta", "Beta", false], ["concentration", "Concentration", true],
];

/** How risky an account is: where it stands, what its past says, and what went beyond a rule. */
export function MetricsView() {
  const account = whoseAccount();
  const standing = useQuery(() => api.get<Standing>("/risk-rules/portfolio-risk", { account }), [account], { everyMillis: 5_000 });
  const analysis = useQuery(() => api.get<Analysis>("/risk/analysis", { account }), [account]);
  const alerts = useQuery(() => api.get<{ items: Alert[] }>("/risk/alerts", { account, limit: 100 }), [account], { everyMillis: 3_000 });
  return (
    <>
      <Refusal problem={standing.problem.value ?? analysis.problem.value ?? alerts.problem.value} />
      <div class="columns">
        <Pane title="Where it stands">{standing.data.value ? <Stand told={standing.data.value} /> : <p class="none" aria-busy={!standing.problem.value}>Loading…</p>}</Pane>
        <Pane title="What its past says" isFlush>
          <Table name="Risk metrics" rows={analysis.data.value ? METRICS : null} keyOf={([key]) => key} columns={[
            { title: "Metric", of: ([key, title]) => <span title={metric(analysis.data.value, key)?.formula}>{title}</span> },
            { title: "Value", isNumber: true, of: ([key, , isShare]) => <Value metric={metric(analysis.data.value, key)} isShare={isShare} asset={analysis.data.value?.asset ?? ""} />, class: () => "wrap" },
            { title: "Samples", isNumber: true, of: ([key]) => samplesOf(metric(analysis.data.value, key)), class: () => "dim" },
          ]} />
        </Pane>
      </div>
      <Pane title="What went beyond a rule" isFlush>
        <Table name="Breaches" rows={alerts.data.value?.items} keyOf={(each) => `${each.sequence}-${each.rule}-${each.account}`} empty="Nothing has." columns={[
          { title: "Time", of: (each) => dayAndClock(each.time), class: () => "dim" },
          { title: "Rule", isNumber: true, of: (each) => each.rule },
          { title: "Type", of: (each) => sentence(each.type) },
          { title: "Account", isNumber: true, of: (each) => each.account },
          { title: "Market", of: (each) => each.symbol ?? "–" },
          { title: "Measured", isNumber: true, of: (each) => grouped(each.measured), class: () => "warn" },
          { title: "Limit", isNumber: true, of: (each) => grouped(each.limit) },
          { title: "Count", isNumber: true, of: (each) => each.count },
          { title: "Did", of: (each) => <span class={`badge ${ACTION_TONES[each.action] ?? ""}`}>{sentence(each.action)}</span> },
          { title: "Frame", isNumber: true, of: (each) => <a href={`#/journal?seq=${each.sequence}`}>#{each.sequence}</a> },
        ]} />
      </Pane>
    </>
  );
}

function metric(analysis: Analysis | null, key: keyof Analysis): Metric | null {
  const found = analysis?.[key];
  return typeof found === "object" ? found : null;
}

/** How many it is made of; where they are too few, of how many that it takes. */
function samplesOf(found: Metric | null): string {
  const { samples = 0, minimum = 0 } = found ?? {};
  return samples < minimum ? `${samples} of ${minimum}` : String(samples);
}

function Value({ metric: found, isShare, asset }: { metric: Metric | null; isShare: boolean; asset: string }) {
  if (!found || found.value === null) return <span class="dim">{found?.reason ?? "–"}</span>;
  const amount = found.amount ? ` (${money(found.amount, asset)})` : found.largest ? ` (${found.largest})` : "";
  return <>{isShare ? percent(found.value) : grouped(found.value)}{amount}</>;
}

function Stand({ told }: { told: Standing }) {
  const fact = (key: keyof Standing, title: string, value: string, tone = "") => [<dt key={key} title={told.formulas[key]}>{title}</dt>, <dd key={`${key}=`} class={tone}>{value}</dd>];
  const share = (text: string | null): string => (text === null ? "" : ` (${signed(text)} %)`);
  const tone = (text: string): string => (signOf(text) < 0 ? "down" : "");
  return (
    <dl class="facts">
      {fact("accountValue", `Account value, ${told.asset}`, money(told.accountValue, told.asset))}
      {fact("buyingPower", "Buying power", money(told.buyingPower, told.asset))}
      {fact("cash", "Cash", money(told.cash, told.asset))}
      {fact("totalPositionValue", "Positions", `${money(told.totalPositionValue, told.asset)} in ${told.numberOfPositions}`)}
      {fact("dailyProfit", "Gained today", `${gained(told.dailyProfit, told.asset)}${share(told.dailyProfitPercent)}`, tone(told.dailyProfit))}
      {fact("totalUnrealised", "Unrealised", `${gained(told.totalUnrealised, told.asset)}${share(told.totalUnrealisedPercent)}`, tone(told.totalUnrealised))}
      {fact("leverage", "Leverage", told.leverage === null ? "–" : `${told.leverage}×`)}
      {fact("maxDrawdownPercent", "Deepest drawdown", told.maxDrawdownPercent === null ? "–" : `${told.maxDrawdownPercent} %`)}
      {told.unpriced.length > 0 && fact("unpriced", "Without a price, not counted", told.unpriced.join(", "), "warn")}
    </dl>
  );
}
