import { api } from "../api/api";
import { ChoiceField } from "../controls/Field";
import { Refusal } from "../controls/Refusal";
import { Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { grouped, sentence, trimmed } from "../decimal/words";
import type { Level, PastBook } from "../explorer/shapes";
import { show, view } from "../explorer/view";
import type { Instrument } from "../market/shapes";
import { useQuery } from "../query/query";
import { Hash } from "./Hash";

/** The symbols there are, and the one that is looked at. */
export function useSymbol(): { symbol: string; symbols: readonly string[] } {
  const told = useQuery(() => api.get<{ items: Instrument[] }>("/instruments"), []);
  const symbols = told.data.value?.items.map((each) => each.symbol) ?? [];
  return { symbol: view.value.book || view.value.symbol || (symbols[0] ?? ""), symbols };
}

/** The book of a market behind a frame, made by running history again. */
export function BookThen({ at }: { at: number }) {
  const { symbol, symbols } = useSymbol();
  const told = useQuery(async () => (symbol ? api.get<PastBook>("/journal/book", { symbol, seq: at, depth: 20 }) : null), [symbol, at]);
  const book = told.data.value;
  return (
    <>
      <ChoiceField label="Market" name="symbol" value={symbol} problem={told.problem.value} onInput={(next) => show({ book: next })} options={symbols.map((each) => [each, each] as const)} />
      <Refusal problem={told.problem.value} fields={["symbol"]} />
      {book && !told.problem.value && (
        <>
          <dl class="facts">
            <dt>Behind</dt><dd>#{book.sequence}, {dayAndClock(book.time)}</dd>
            <dt>Phase</dt><dd>{sentence(book.phase)}</dd>
            <dt>Last price</dt><dd>{grouped(book.lastPrice)}</dd>
          </dl>
          <div class="thenbook">
            <Side name="Bids" tone="up" levels={book.bids} />
            <Side name="Asks" tone="down" levels={book.asks} />
          </div>
          <Hash made={book.stateHash} recorded={book.recordedHash} agrees={book.agrees} />
        </>
      )}
    </>
  );
}

function Side({ name, tone, levels }: { name: string; tone: string; levels: readonly Level[] }) {
  return (
    <Table
      name={name}
      rows={levels}
      keyOf={(level) => level[0]}
      empty={`No ${name.toLowerCase()}.`}
      columns={[
        { title: name.slice(0, -1), isNumber: true, of: (level) => grouped(level[0]), class: () => tone },
        { title: "Quantity", isNumber: true, of: (level) => trimmed(level[1]) },
        { title: "Orders", isNumber: true, of: (level) => level[2], class: () => "dim" },
      ]}
    />
  );
}
