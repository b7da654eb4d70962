import "./trade.css";
import "../ticket/ticket.css";
import "../ladder/ladder.css";
import "../market/market.css";
import "../chart/chart.css";
import { effect } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { followHoldings } from "../account/holdings";
import { Blotter } from "../blotter/Blotter";
import { ChartPane } from "../chart/ChartPane";
import { Refusal } from "../controls/Refusal";
import { Rise } from "../controls/Rise";
import { Tabs } from "../controls/Tabs";
import { KeySheet } from "../keys/KeySheet";
import type { Face } from "../ladder/face";
import { LadderPane } from "../ladder/LadderPane";
import { disarm, isTrue } from "../ladder/settings";
import { bySymbol, instruments, lastSymbol, remember } from "../market/instruments";
import { MarketBar } from "../market/MarketBar";
import { TradesPane } from "../market/TradesPane";
import { type Watch, watch, watched } from "../market/watch";
import { isTrader } from "../session/session";
import type { Parts } from "../shell/pages";
import { meantFor } from "../ticket/draft";
import { Ticket } from "../ticket/Ticket";
import { LayoutTools } from "./LayoutTools";
import { layout } from "./layouts";
import { isFormUp, isPhone, phoneTab, pickTab } from "./narrow";
import { Splitter } from "./Splitter";
import { useTradeKeys } from "./useTradeKeys";

/** One market to trade in, and the account beside it. */
export default function TradePage({ parts }: { parts: Parts }) {
  const [face, setFace] = useState<Face | null>(null);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const now = watched.value;
  const known = bySymbol.value;
  const wanted = parts["symbol"] ?? lastSymbol() ?? "";
  const instrument = known.get(wanted) ?? (parts["symbol"] ? null : (instruments.data.value?.[0] ?? null));
  useTradeKeys(now, face, () => setSheetOpen(true));
  useEffect(() => {
    if (known.size === 0) void instruments.reload();
    return effect(() => {
      if (!isTrue.value || isPhone.value) disarm();
    });
  }, []);
  useEffect(() => (isTrader.value ? followHoldings() : undefined), [isTrader.value]);
  useEffect(() => {
    watch(instrument);
    if (instrument) {
      remember(instrument.symbol);
      meantFor(instrument.symbol);
    }
    disarm();
  }, [instrument]);
  useEffect(() => () => {
    watch(null);
    disarm();
    isFormUp.value = false;
  }, []);

  if (!now) return <Waiting isUnknown={known.size > 0 && !instrument} symbol={wanted} />;
  return (
    <main class={`trade ${isPhone.value ? `phone phone-${phoneTab.value}` : ""}`} id="main" tabIndex={-1} style={sizes()}>
      <h1 class="unseen">Trade {now.instrument.symbol}</h1>
      <div class="area-bar"><MarketBar watch={now} /><LayoutTools onKeys={() => setSheetOpen(true)} /></div>
      {isPhone.value && (
        <Tabs name="Panes" value={isFormUp.value ? "trade" : phoneTab.value} onPick={pickTab} tabs={[["chart", "Chart"], ["book", "Book"], ["trade", "Trade"], ["orders", "Orders"]]} />
      )}
      <Panes watch={now} onFace={setFace} />
      {isSheetOpen && <KeySheet onClose={() => setSheetOpen(false)} />}
    </main>
  );
}

function sizes(): Record<string, string> {
  return Object.fromEntries(Object.entries(layout.value).map(([name, size]) => [`--${name}`, `${size}px`]));
}

function Panes({ watch: now, onFace }: { watch: Watch; onFace: (face: Face | null) => void }) {
  const shows = (...tabs: string[]): boolean => !isPhone.value || tabs.includes(phoneTab.value);
  return (
    <>
      {shows("chart") && <div class="area-chart"><ChartPane watch={now} /></div>}
      {shows("book") && <div class="area-ladder"><Splitter of="ladder" label="Width of the book" /><LadderPane watch={now} onFace={onFace} /></div>}
      {shows("chart") && <div class="area-tape"><Splitter of="tape" label="Width of the trades" /><TradesPane watch={now} /></div>}
      {!isPhone.value && <div class="area-ticket"><Splitter of="ticket" label="Width of the order form" /><Ticket watch={now} /></div>}
      {isPhone.value && isFormUp.value && <Rise title="Order" onClose={() => (isFormUp.value = false)}><Ticket watch={now} /></Rise>}
      {shows("orders") && <div class="area-blotter"><Splitter of="blotter" label="Height of the account" /><Blotter symbol={now.instrument.symbol} /></div>}
    </>
  );
}

function Waiting({ isUnknown, symbol }: { isUnknown: boolean; symbol: string }) {
  const problem = instruments.problem.value;
  return (
    <main class="blank" id="main" tabIndex={-1}>
      {isUnknown ? <><p>There is no market {symbol}.</p><a class="button" href="#/trade">Go to the first market</a></> : <p aria-busy="true">Loading…</p>}
      <Refusal problem={problem} />
      {problem && <button type="button" onClick={() => void instruments.reload()}>Try again</button>}
    </main>
  );
}
