import { api } from "../api/api";
import { ChoiceField } from "../controls/Field";
import { Refusal } from "../controls/Refusal";
import { Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { grouped, sentence, signed, signOf, trimmed } from "../decimal/words";
import { between } from "../explorer/difference";
import type { Level, PastBook } from "../explorer/shapes";
import { show, view } from "../explorer/view";
import type { Instrument } from "../market/shapes";
import { useFollowed, useQuery } from "../query/query";
import { Hash } from "./Hash";

const DEPTH = 20;

/** The symbols there are, and the one that is looked at. */
export function useSymbol(): { symbol: string; symbols: readonly string[] } {
  const told = useQuery(() => api.get<{ items: Instrument[] }>("/instruments"), []);
  const symbols = told.data.value?.items.map((each) => each.symbol) ?? [];
  return { symbol: view.value.book || view.value.symbol || (symbols[0] ?? ""), symbols };
}

/** The book of a market behind a frame, made by running history again. */
export function BookThen({ at }: { at: number }) {
  const { symbol, symbols } = useSymbol();
  const told = useFollowed(async () => (symbol ? api.get<PastBook>("/journal/book", { symbol, seq: at, depth: DEPTH }) : null), [symbol, at]);
  const book = told.data.value?.symbol === symbol ? told.data.value : null;
  return (
    <>
      <ChoiceField label="Market" name="symbol" value={symbol} problem={told.problem.value} onInput={(next) => show({ book: next })} options={symbols.map((each) => [each, each] as const)} />
      <Refusal problem={told.problem.value} fields={["symbol"]} />
      {!book && !told.problem.value && symbol !== "" && <p class="none" aria-busy="true">Running history up to #{at.toLocaleString("en-US")}…</p>}
      {book && !told.problem.value && (
        <>
          <dl class="facts">
            <dt>Behind</dt><dd>#{book.sequence}, {dayAndClock(book.time)}</dd>
            <dt>Phase</dt><dd>{sentence(book.phase)}</dd>
            <dt>Last price</dt><dd>{grouped(book.lastPrice)}</dd>
            {book.checksum !== null && <><dt>Checksum of the book</dt><dd><code>{Number(book.checksum).toString(16).padStart(8, "0")}</code></dd></>}
          </dl>
          <div class="thenbook">
            <Side name="Bids" tone="up" levels={book.bids} />
            <Side name="Asks" tone="down" levels={book.asks} />
          </div>
          <ChangedLevels symbol={symbol} book={book} />
          <Hash made={book.stateHash} recorded={book.recordedHash} agrees={book.agrees} />
        </>
      )}
    </>
  );
}

/** What became different by this frame: against the book behind the one before, which a step from there has asked for already. */
function ChangedLevels({ symbol, book }: { symbol: string; book: PastBook }) {
  const told = useQuery(async () => {
    if (book.sequence <= 1) return [];
    return between(await api.get<PastBook>("/journal/book", { symbol, seq: book.sequence - 1, depth: DEPTH }), book);
  }, [symbol, book.sequence]);
  // Not yet listed then: all that stands here is new.
  if (told.problem.value?.code === "UNKNOWN_INSTRUMENT") return null;
  return (
    <>
      <h3>What this frame changed</h3>
      <Refusal problem={told.problem.value} />
      <Table name="Changed levels" rows={told.data.value} keyOf={(each) => `${each.side}${each.price}`} empty="Nothing of this book." columns={[
        { title: "Side", of: (each) => each.side, class: (each) => (each.side === "Bid" ? "up" : "down") },
        { title: "Price", isNumber: true, of: (each) => grouped(each.price) },
        { title: "Before", isNumber: true, of: (each) => trimmed(each.before), class: () => "dim" },
        { title: "After", isNumber: true, of: (each) => trimmed(each.after) },
        { title: "Change", isNumber: true, of: (each) => signed(each.change), class: (each) => (signOf(each.change) < 0 ? "down" : "up") },
      ]} />
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
