import { useState } from "preact/hooks";
import { api } from "../api/api";
import { onAccount } from "../control/impact";
import { propose, proposed, sendBecause } from "../control/act";
import { ChoiceField, Field } from "../controls/Field";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { sentence, trimmed } from "../decimal/words";
import { useQuery } from "../query/query";
import { hasRole } from "../session/session";

interface Limit { account: string; symbol: string | null; limit: string; value: string | null; sequence: number }

/** What may be limited of one account's orders, and in what; some only of one market. */
const KINDS: readonly (readonly [name: string, unit: string, isOfOneMarket: boolean])[] = [
  ["ORDER_LIMIT_LOTS", "largest order, a quantity", true], ["ORDER_LIMIT_MINOR", "largest order, an amount of the quote asset", true],
  ["OPEN_ORDERS", "open orders, a number", false], ["ORDERS_PER_SECOND", "new orders and amends a second", false], ["ORDER_BURST", "how many of them at once", false],
  ["DUPLICATE_WINDOW_NANOS", "the same order again within, nanoseconds", false], ["RESTRICTED", "1: it may not trade the market", true],
];

const COLUMNS: readonly Column<Limit>[] = [
  { title: "Limit", of: (each) => sentence(each.limit.replace(/_(LOTS|MINOR|NANOS)$/, "")) },
  { title: "Market", of: (each) => each.symbol ?? "every" },
  { title: "Value", isNumber: true, of: (each) => trimmed(each.value) },
];

/** An account's own limits. One may tighten them; to loosen one takes two, and is asked for by itself. */
export function AccountLimits({ account }: { account: string }) {
  const told = useQuery(() => api.get<{ items: Limit[] }>("/admin/limits", { account }), [account], { everyMillis: 5_000 });
  const rows = told.data.value?.items.filter(({ value }) => value !== null);
  return (
    <div class="stack">
      <Refusal problem={told.problem.value} />
      <Table name="Limits of the account" rows={rows} columns={COLUMNS} keyOf={(each) => `${each.limit} ${each.symbol}`} empty="It has no limits of its own." />
      {hasRole("ADMIN", "RISK") && <LimitForm account={account} rows={rows ?? []} after={() => told.reload()} />}
    </div>
  );
}

function LimitForm({ account, rows, after }: { account: string; rows: readonly Limit[]; after: () => unknown }) {
  const [limit, setLimit] = useState("OPEN_ORDERS");
  const [symbol, setSymbol] = useState("");
  const [value, setValue] = useState("");
  const [, unit = "", isOfOne = false] = KINDS.find(([name]) => name === limit) ?? [];
  const now = rows.find((each) => each.limit === limit && (each.symbol ?? "") === symbol.trim())?.value ?? null;
  function go(): void {
    const body = { account, limit, value: value.trim() || null, ...(symbol.trim() ? { symbol: symbol.trim() } : {}) };
    proposed.value = {
      title: `Limit account ${account}`, word: account, after,
      words: "Asked of its next order. A limit that is set or made tighter is in force at once; to loosen one takes a second administrator.",
      impact: async () => [{ what: `${sentence(limit)} now`, value: now ?? "none" }, { what: "Then", value: value.trim() || "none", isGrave: true }, ...(await onAccount(account))],
      send: (reason) => sendBecause(reason, "/admin/limits", body),
      propose: (reason) => propose(reason, { subject: "ACCOUNT_LIMIT", ...body }),
    };
  }
  return (
    <form
      aria-label="Limit the account"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <div class="row">
        <ChoiceField label="Limit" name="limit" value={limit} onInput={setLimit} options={KINDS.map(([name]) => [name, sentence(name.replace(/_(LOTS|NANOS)$/, "").replace("_MINOR", "_VALUE"))] as const)} />
        <Field label={isOfOne ? "Market" : "Market, or every"} name="symbol" value={symbol} onInput={setSymbol} wrong={isOfOne && symbol === "" && value !== "" ? "It is of one market" : null} />
        <Field label="Value" name="value" isNumber value={value} onInput={setValue} hint={unit} />
        <button type="submit" disabled={isOfOne && symbol.trim() === ""}>Set…</button>
      </div>
    </form>
  );
}
