import { api } from "../api/api";
import { ChoiceField } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { gained, money, sentence, signOf } from "../decimal/words";
import { useQuery } from "../query/query";
import { place, put } from "../route/route";
import { percent } from "./curve";
import type { Attributed, Performance, Rate } from "./shapes";

const METHODS = ["AVERAGE", "FIFO", "LIFO"].map((each) => [each, each === "AVERAGE" ? "Average cost" : each] as const);

function part(title: string, asset: string, of: (each: Attributed) => string | null): Column<Attributed> {
  return { title, isNumber: true, of: (each) => gained(of(each), asset), class: (each) => (signOf(of(each)) < 0 ? "down" : "") };
}

function columns(asset: string): readonly Column<Attributed>[] {
  return [
    { title: "Market", of: (each) => each.symbol },
    part("Realised", asset, (each) => each.realised),
    part("Unrealised", asset, (each) => each.unrealised),
    { title: "Fees", isNumber: true, of: (each) => money(each.fees, asset) },
    part("Funding", asset, (each) => each.funding),
  ];
}

/** What the gains came from, and how good they were. */
export function GainsPane({ account }: { account: string }) {
  const method = place.value.query.get("method") ?? "AVERAGE";
  const told = useQuery(() => api.get<Performance>("/portfolio/performance", { method, curve: "HOURS", account }), [method, account], { everyMillis: 15_000 });
  const period = told.data.value?.period;
  return (
    <div class="columns">
      <Pane title="What the gains came from" isFlush tools={<ChoiceField label="Cost" name="method" value={method} options={METHODS} onInput={(next) => put("/portfolio", { ...Object.fromEntries(place.value.query), method: next })} />}>
        <Refusal problem={told.problem.value} />
        <Table name="Attribution" rows={told.data.value ? period?.attribution?.items ?? [] : null} columns={columns(told.data.value?.asset ?? "")} keyOf={(each) => each.symbol} empty="Nothing has gained or lost yet." />
      </Pane>
      <Pane title="Performance">
        {!told.data.value && !told.problem.value && <p class="none" aria-busy="true">Loading…</p>}
        {told.data.value && (
          <dl class="facts">
            {period && <><dt>From, to</dt><dd>{dayAndClock(period.from)} – {dayAndClock(period.to)}</dd></>}
            <Return name="Time-weighted return" rate={period?.timeWeighted} />
            <Return name="Money-weighted return" rate={period?.moneyWeighted} />
            <dt>Deepest fall</dt><dd>{fall(told.data.value)}</dd>
            {told.data.value.gains.flatMap((each) => [
              <dt key={`${each.asset}r`}>Realised, {each.asset}</dt>, <dd key={`${each.asset}rv`}>{gained(each.realised, each.asset)}</dd>,
              <dt key={`${each.asset}u`}>Unrealised, {each.asset}</dt>, <dd key={`${each.asset}uv`}>{gained(each.unrealised, each.asset)}</dd>,
              <dt key={`${each.asset}f`}>Fees, {each.asset}</dt>, <dd key={`${each.asset}fv`}>{money(each.fees, each.asset)}</dd>,
            ])}
          </dl>
        )}
      </Pane>
    </div>
  );
}

function fall({ asset, mostDrawdown }: Performance): string {
  if (signOf(mostDrawdown?.amount) === 0) return "none";
  return `${money(mostDrawdown?.amount, asset)} (${percent(mostDrawdown?.fraction)})`;
}

function Return({ name, rate }: { name: string; rate: Rate | null | undefined }) {
  return (
    <>
      <dt title={rate?.formula}>{name}</dt>
      <dd>{rate?.rate ? `${percent(rate.rate)}${rate.annualised ? `, ${percent(rate.annualised)} a year` : ""}` : <span class="dim">{rate?.reason ? sentence(rate.reason) : "not known"}</span>}</dd>
    </>
  );
}
