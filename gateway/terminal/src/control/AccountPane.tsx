import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { Table } from "../controls/Table";
import { grouped, sentence, trimmed } from "../decimal/words";
import { useQuery } from "../query/query";
import { put } from "../route/route";
import { hasRole } from "../session/session";
import { AccountLimits } from "../switches/AccountLimits";
import { KeyPane } from "../switches/KeyPane";
import { proposed, sendBecause } from "./act";
import { onAccount } from "./impact";

interface Balance { asset: string; total: string; available: string; held: string }
interface Open { id: string; symbol: string; side: string; price: string | null; remaining: string; status: string }

const TIERS = ["STANDARD", "PREMIUM", "BROKER"];

/** One account: what it may do, what it holds, and the switches. */
export function AccountPane({ account, after }: { account: string; after: () => unknown }) {
  const state = useQuery(() => api.get<{ state: string }>(`/admin/accounts/${account}/state`), [account], { everyMillis: 2_000 });
  const tier = useQuery(() => api.get<{ tier: string }>(`/admin/accounts/${account}/tier`), [account]);
  const balances = useQuery(() => api.get<{ items: Balance[] }>("/portfolio/balances", { account }), [account], { everyMillis: 5_000 });
  const orders = useQuery(() => api.get<{ items: Open[] }>("/orders", { account, status: "OPEN", limit: 200 }), [account], { everyMillis: 5_000 });
  async function reload(): Promise<void> {
    await Promise.all([state.reload(), tier.reload(), orders.reload(), after()]);
  }
  return (
    <Pane
      title={`Account ${account}`}
      tools={<><Switches account={account} after={reload} /><button type="button" class="quiet" onClick={() => put("/ops/accounts")}>Close</button></>}
    >
      <Refusal problem={state.problem.value ?? balances.problem.value ?? orders.problem.value} />
      <div class="columns">
        <div class="stack">
          <dl class="facts">
            <dt>Risk rules let it</dt><dd>{sentence(state.data.value?.state)}</dd>
            <dt>Tier of limits</dt>
            <dd>
              {hasRole("ADMIN") && tier.data.value
                ? (
                  <select class="filter" aria-label="Tier of limits" value={tier.data.value.tier} onChange={(event) => changeTier(account, tier.data.value?.tier ?? "", event.currentTarget, reload)}>
                    {TIERS.map((each) => <option key={each} value={each}>{sentence(each)}</option>)}
                  </select>
                )
                : sentence(tier.data.value?.tier)}
            </dd>
            <dt>Open orders</dt><dd>{orders.data.value?.items.length ?? "–"}</dd>
          </dl>
          <AccountLimits account={account} />
        </div>
        <Table name="Balances" rows={balances.data.value?.items} keyOf={(each) => each.asset} empty="It holds nothing." columns={[
          { title: "Asset", of: (each) => each.asset },
          { title: "Total", isNumber: true, of: (each) => grouped(each.total) },
          { title: "Held", isNumber: true, of: (each) => trimmed(each.held) },
        ]} />
        <Table name="Open orders" rows={orders.data.value?.items.slice(0, 20)} keyOf={(each) => each.id} empty="No open orders." columns={[
          { title: "Order", of: (each) => <a href={`#/journal?order=${each.id}`}>{each.id}</a> },
          { title: "Market", of: (each) => each.symbol },
          { title: "Side", of: (each) => sentence(each.side), class: (each) => (each.side === "BUY" ? "up" : "down") },
          { title: "Price", isNumber: true, of: (each) => grouped(each.price) },
          { title: "Open", isNumber: true, of: (each) => trimmed(each.remaining) },
        ]} />
      </div>
      <KeyPane account={account} />
    </Pane>
  );
}

function changeTier(account: string, before: string, select: HTMLSelectElement, after: () => unknown): void {
  const next = select.value;
  // It is what it was until the venue says otherwise.
  select.value = before;
  proposed.value = {
    title: `Move account ${account} to ${sentence(next).toLowerCase()}`, word: account, after,
    words: "How many requests and orders a second it may send, from now on.",
    impact: () => Promise.resolve([{ what: "Tier now", value: sentence(before) }, { what: "Then", value: sentence(next), isGrave: true }]),
    send: (reason) => sendBecause(reason, `/admin/accounts/${account}/tier`, { tier: next }),
  };
}

function Switches({ account, after }: { account: string; after: () => unknown }) {
  if (!hasRole("ADMIN", "RISK")) return null;
  const ask = (title: string, words: string, path: string, body: unknown): void => {
    proposed.value = { title, words, word: account, after, impact: () => onAccount(account), send: (reason) => sendBecause(reason, path, body) };
  };
  return (
    <span class="tools">
      {hasRole("ADMIN") && <button type="button" onClick={() => ask(`Resume account ${account}`, "It may trade again.", `/admin/accounts/${account}/resume`, {})}>Resume</button>}
      <button type="button" onClick={() => ask(`Suspend account ${account}`, "It sends no new orders; its open orders stay and may be cancelled.", `/admin/accounts/${account}/suspend`, { cancelOpenOrders: false })}>Suspend</button>
      <button type="button" onClick={() => ask(`Cancel all orders of ${account}`, "All of its open orders are cancelled; it may send new ones.", "/admin/orders/cancel", { account })}>Cancel all</button>
      <button type="button" class="danger" onClick={() => ask(`Kill account ${account}`, "All of its open orders are cancelled and it is held back. To let it in again takes two.", "/admin/kill", { scope: "ACCOUNT", target: account })}>Kill</button>
    </span>
  );
}
