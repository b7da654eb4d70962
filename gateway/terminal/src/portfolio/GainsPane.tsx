import { api } from "../api/api";
import { ChoiceField } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { grouped, sentence, signed, signOf } from "../decimal/words";
import { useQuery } from "../query/query";
import { place, put } from "../route/route";
import { percent } from "./curve";
import type { Attributed, Performance, Rate } from "./shapes";

const METHODS = ["AVERAGE", "FIFO", "LIFO"].map((each) => [each, each === "AVERAGE" ? "Average cost" : each] as const);

function money(title: string, of: (each: Attributed) => string | null): Column<Attributed> {
  return { title, isNumber: true, of: (each) => signed(of(each)), class: (each) => (signOf(of(each)) < 0 ? "down" : "") };
}

const COLUMNS: readonly Column<Attributed>[] = [
  { title: "Market", of: (each) => each.symbol },
  money("Realised", (each) => each.realised),
  money("Unrealised", (each) => each.unrealised),
  { title: "Fees", isNumber: true, of: (each) => grouped(each.fees) },
  money("Funding", (each) => each.funding),
];

/** What the gains came from, and how good they were. */
export function GainsPane({ account }: { account: string }) {
  const method = place.value.query.get("method") ?? "AVERAGE";
  const told = useQuery(() => api.get<Performance>("/portfolio/performance", { method, curve: "HOURS", account }), [method, account], { everyMillis: 15_000 });
  const period = told.data.value?.period;
  return (
    <div class="columns">
      <Pane title="What the gains came from" isFlush tools={<ChoiceField label="Cost" name="method" value={method} options={METHODS} onInput={(next) => put("/portfolio", { ...Object.fromEntries(place.value.query), method: next })} />}>
        <Refusal problem={told.problem.value} />
        <Table name="Attribution" rows={told.data.value ? period?.attribution?.items ?? [] : null} columns={COLUMNS} keyOf={(each) => each.symbol} empty="Nothing has gained or lost yet." />
      </Pane>
      <Pane title="Performance">
        {told.data.value && (
          <dl class="facts">
            {period && <><dt>From, to</dt><dd>{dayAndClock(period.from)} – {dayAndClock(period.to)}</dd></>}
            <Return name="Time-weighted return" rate={period?.timeWeighted} />
            <Return name="Money-weighted return" rate={period?.moneyWeighted} />
            <dt>Deepest fall</dt><dd>{percent(told.data.value.mostDrawdown?.fraction)} ({grouped(told.data.value.mostDrawdown?.amount)})</dd>
            {told.data.value.gains.flatMap((each) => [
              <dt key={`${each.asset}r`}>Realised, {each.asset}</dt>, <dd key={`${each.asset}rv`}>{signed(each.realised)}</dd>,
              <dt key={`${each.asset}u`}>Unrealised, {each.asset}</dt>, <dd key={`${each.asset}uv`}>{signed(each.unrealised)}</dd>,
              <dt key={`${each.asset}f`}>Fees, {each.asset}</dt>, <dd key={`${each.asset}fv`}>{grouped(each.fees)}</dd>,
            ])}
          </dl>
        )}
      </Pane>
    </div>
  );
}

function Return({ name, rate }: { name: string; rate: Rate | null | undefined }) {
  return (
    <>
      <dt title={rate?.formula}>{name}</dt>
      <dd>{rate?.rate ? `${percent(rate.rate)}${rate.annualised ? `, ${percent(rate.annualised)} a year` : ""}` : <span class="dim">{rate?.reason ? sentence(rate.reason) : "not known"}</span>}</dd>
    </>
  );
}
