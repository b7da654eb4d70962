import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { grouped, rounded, signOf } from "../decimal/words";
import { go } from "../route/route";
import { instruments, tickers } from "./instruments";
import type { Ticker } from "./shapes";

export const isPicking = signal(false);

/** The market's name; pressed, a list of all of them with a search. */
export function MarketPicker({ symbol }: { symbol: string }) {
  return (
    <div class="picker">
      <button type="button" aria-haspopup="dialog" aria-expanded={isPicking.value} title="Choose a market (/)" onClick={() => (isPicking.value = !isPicking.value)}>
        <strong>{symbol}</strong> <span aria-hidden="true">▾</span>
      </button>
      {isPicking.value && <Choices />}
    </div>
  );
}

function Choices() {
  const [typed, setTyped] = useState("");
  const box = useRef<HTMLDivElement>(null);
  // Before anything else is typed: what was meant for the search must not be taken for a key.
  useLayoutEffect(() => box.current?.querySelector("input")?.focus(), []);
  useEffect(() => {
    void tickers.reload();
    const away = (event: MouseEvent): void => {
      if (!box.current?.parentElement?.contains(event.target as Node)) isPicking.value = false;
    };
    document.addEventListener("mousedown", away);
    return () => document.removeEventListener("mousedown", away);
  }, []);
  const days = new Map(tickers.data.value?.map((day) => [day.symbol, day]));
  const found = (instruments.data.value ?? []).filter((each) => each.symbol.toLowerCase().includes(typed.trim().toLowerCase()));
  function close(): void {
    isPicking.value = false;
    box.current?.parentElement?.querySelector("button")?.focus();
  }
  function pick(symbol: string | undefined): void {
    if (!symbol) return;
    close();
    go(`/trade/${encodeURIComponent(symbol)}`);
  }
  return (
    <div class="choices" role="dialog" aria-label="Markets" ref={box}>
      <input
        aria-label="Search markets"
        placeholder="Search markets"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") pick(found[0]?.symbol);
          if (event.key === "Escape") close();
        }}
      />
      <ul>
        {found.map((each) => (
          <li key={each.symbol}>
            <button type="button" class="quiet" onClick={() => pick(each.symbol)}>
              <span>{each.symbol}</span>
              <Day day={days.get(each.symbol)} />
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="none">No market has this name.</p>}
    </div>
  );
}

function Day({ day }: { day: Ticker | undefined }) {
  const tone = signOf(day?.changePercent) > 0 ? "up" : signOf(day?.changePercent) < 0 ? "down" : "dim";
  return (
    <>
      <span>{grouped(day?.lastPrice)}</span>
      <span class={tone}>{day?.changePercent ? `${signOf(day.changePercent) > 0 ? "+" : ""}${rounded(day.changePercent, 2)} %` : "–"}</span>
    </>
  );
}
