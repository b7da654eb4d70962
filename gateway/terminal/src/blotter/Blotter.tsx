import { signal } from "@preact/signals";
import { balances, openOrders } from "../account/holdings";
import { PriceAlerts } from "../alerts/PriceAlerts";
import { Check } from "../controls/Field";
import { Tabs } from "../controls/Tabs";
import { isTrue } from "../ladder/settings";
import { isLoggedIn, isTrader } from "../session/session";
import { ExportButton } from "./ExportButton";
import { Fills, Ledger, OrderHistory } from "./History";
import { Balances, Positions } from "./Holdings";
import { cancelAll, OpenOrders } from "./OpenOrders";

const tab = signal("open");
const isHereOnly = signal(false);

/** What the account has to do with the markets: orders, fills, money. */
export function Blotter({ symbol }: { symbol: string }) {
  if (!isLoggedIn.value || !isTrader.value) {
    return (
      <section class="pane blotter" aria-label="Account">
        <p class="none">{isLoggedIn.value ? "Your role has no account to show." : <a href="#/login">Log in to see orders and balances</a>}</p>
      </section>
    );
  }
  const count = openOrders.value.size;
  const only = isHereOnly.value ? symbol : null;
  const isFilterable = ["open", "history", "fills"].includes(tab.value);
  return (
    <section class={`pane blotter ${isTrue.value ? "" : "untrue"}`} aria-label="Account">
      <header>
        <Tabs
          name="Account"
          value={tab.value}
          onPick={(key) => (tab.value = key)}
          tabs={[
            ["open", <>Open orders <span class="badge" data-testid="open-count">{count}</span></>],
            ["history", "Order history"],
            ["fills", "Fills"],
            ["balances", <>Balances <span class="badge">{balances.value.size}</span></>],
            ["positions", "Positions"],
            ["ledger", "Ledger"],
            ["alerts", "Price alerts"],
          ]}
        />
        <span class="stretch" />
        {isFilterable && <Check label="This market only" value={isHereOnly.value} onInput={(value) => (isHereOnly.value = value)} />}
        <ExportButton key={tab.value} tab={tab.value} symbol={isFilterable ? only : null} />
        {tab.value === "open" && count > 0 && (
          <button type="button" onClick={() => void cancelAll(only ?? undefined)} title="Shift+Esc">Cancel all</button>
        )}
      </header>
      <div class="flush" role="tabpanel" aria-label={tab.value}>
        {tab.value === "open" && <OpenOrders symbol={only} />}
        {tab.value === "history" && <OrderHistory symbol={only} />}
        {tab.value === "fills" && <Fills symbol={only} />}
        {tab.value === "balances" && <Balances />}
        {tab.value === "positions" && <Positions />}
        {tab.value === "ledger" && <Ledger />}
        {tab.value === "alerts" && <PriceAlerts symbol={symbol} />}
      </div>
    </section>
  );
}
