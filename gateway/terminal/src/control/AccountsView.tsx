import { useState } from "preact/hooks";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { sentence } from "../decimal/words";
import { place, put } from "../route/route";
import { blocks, useBlocks } from "../switches/blocks";
import { AccountPane } from "./AccountPane";
import { usePages } from "./pages";

interface Account { id: string; name: string; firm: string | null; selfTradePrevention: string; sequence: number }

/** Accounts, who of them is held back, and one of them with what may be done to it. */
export function AccountsView() {
  const [text, setText] = useState("");
  const { told, more } = usePages<Account>("/admin/accounts", {}, []);
  const held = new Map((useBlocks() ?? []).filter(({ scope }) => scope === "ACCOUNT").map((each) => [each.target, each]));
  const account = place.value.query.get("account");
  const found = told.data.value?.items.filter((each) => `${each.id} ${each.name}`.toLowerCase().includes(text.toLowerCase()));
  const columns: Column<Account>[] = [
    { title: "Account", isNumber: true, of: (each) => each.id },
    { title: "Name", of: (each) => each.name },
    { title: "Firm", of: (each) => each.firm ?? "–", class: () => "dim" },
    { title: "Self-trades", of: (each) => sentence(each.selfTradePrevention), class: () => "dim" },
    { title: "State", of: (each) => (held.has(each.id) ? <span class="badge bad">{sentence(held.get(each.id)?.state)}</span> : <span class="badge good">Active</span>) },
    { title: "", of: (each) => <button type="button" aria-label={`Open account ${each.id}`} aria-pressed={account === each.id} onClick={() => put("/ops/accounts", { account: each.id })}>Open</button> },
  ];
  return (
    <>
      <Refusal problem={told.problem.value ?? blocks.problem.value} />
      {account && <AccountPane account={account} after={() => blocks.reload()} />}
      <Pane title="Accounts" isFlush tools={<input class="filter" aria-label="Find an account" placeholder="Number or name" value={text} onInput={(event) => setText(event.currentTarget.value)} />}>
        <Table name="Accounts" rows={found} columns={columns} keyOf={(each) => each.id} empty={text ? "None of those shown is called so." : "No account yet."} />
        {told.data.value?.hasMore && <div class="pages"><button type="button" onClick={more}>More</button></div>}
      </Pane>
    </>
  );
}
