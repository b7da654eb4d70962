import { api } from "../api/api";
import { Refusal } from "../controls/Refusal";
import { Table } from "../controls/Table";
import { grouped, signed, signOf, trimmed } from "../decimal/words";
import { between } from "../explorer/difference";
import type { PastAccount, PastBook } from "../explorer/shapes";
import { view } from "../explorer/view";
import { useQuery } from "../query/query";
import { Changes, whose } from "./AccountThen";
import { useSymbol } from "./BookThen";

/** What became different from pin A to pin B: of a book, and of an account. */
export function DifferenceThen() {
  const { a, b } = view.value;
  const { symbol } = useSymbol();
  const account = whose();
  const told = useQuery(async () => {
    if (a === null || b === null || !symbol) return null;
    const book = async (seq: number): Promise<PastBook> => api.get<PastBook>("/journal/book", { symbol, seq, depth: 1000 });
    const books = [await book(a), await book(b)] as const;
    const money = account ? await api.get<PastAccount>("/journal/account", { account, seq: b, since: a }) : null;
    return { moved: between(...books), money };
  }, [a, b, symbol, account]);
  if (a === null || b === null) return <p class="none">Pin two frames, A and B, and see what became different between them.</p>;
  const found = told.data.value;
  const changes = found?.money?.changes;
  return (
    <>
      <Refusal problem={told.problem.value} />
      <h3>Book of {symbol}, from #{a} to #{b}</h3>
      <Table name="Difference of the book" rows={found?.moved} keyOf={(each) => `${each.side}${each.price}`} empty="The book is the same at both." columns={[
        { title: "Side", of: (each) => each.side, class: (each) => (each.side === "Bid" ? "up" : "down") },
        { title: "Price", isNumber: true, of: (each) => grouped(each.price) },
        { title: "At A", isNumber: true, of: (each) => trimmed(each.before), class: () => "dim" },
        { title: "At B", isNumber: true, of: (each) => trimmed(each.after) },
        { title: "Change", isNumber: true, of: (each) => signed(each.change), class: (each) => (signOf(each.change) < 0 ? "down" : "up") },
      ]} />
      {account && changes && (
        <>
          <h3>Account {account}</h3>
          <Changes rows={[...changes.balances, ...changes.positions]} empty="The account has the same at both." />
          <p class="dim">{changes.ordersOpened.length} orders opened, {changes.ordersEnded.length} ended, {changes.ordersChanged.length} changed</p>
        </>
      )}
    </>
  );
}
