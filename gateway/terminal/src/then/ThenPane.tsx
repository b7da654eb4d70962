import { useEffect, useState } from "preact/hooks";
import { Pane } from "../controls/Pane";
import { Tabs } from "../controls/Tabs";
import { head, here } from "../explorer/steps";
import { type Panel, PANELS, show, view } from "../explorer/view";
import { AccountThen } from "./AccountThen";
import { BookThen } from "./BookThen";
import { CauseThen } from "./CauseThen";
import { DifferenceThen } from "./DifferenceThen";
import { OrderLife } from "./OrderLife";
import { RawFrame } from "./RawFrame";

const TITLES: Record<Panel, string> = { book: "Book", account: "Account", cause: "Cause", order: "Order", raw: "Raw", difference: "A ↔ B" };
const CALM_MILLIS = 150;

/** How it stood behind the frame that is shown. */
export function ThenPane() {
  const { panel, a, b } = view.value;
  const at = useCalm(here());
  const isKnown = head.value > 0 && at > 0;
  return (
    <Pane
      title={`Behind #${at.toLocaleString("en-US")}`}
      class="then"
      isFlush
      tools={(
        <>
          <button type="button" aria-pressed={a === at} onClick={() => show({ a: a === at ? null : at })}>{a === null ? "Pin A" : `A #${a}`}</button>
          <button type="button" aria-pressed={b === at} onClick={() => show({ b: b === at ? null : at, ...(a !== null && b !== at ? { panel: "difference" as const } : {}) })}>{b === null ? "Pin B" : `B #${b}`}</button>
        </>
      )}
    >
      <Tabs name="What is shown" tabs={PANELS.map((each) => [each, TITLES[each]] as const)} value={panel} onPick={(next) => show({ panel: next as Panel })} />
      <div class="part" role="tabpanel" aria-label={TITLES[panel]} tabIndex={0}>{isKnown ? <Part panel={panel} at={at} /> : <p class="none">Nothing has happened yet.</p>}</div>
    </Pane>
  );
}

function Part({ panel, at }: { panel: Panel; at: number }) {
  switch (panel) {
    case "account": return <AccountThen at={at} />;
    case "cause": return <CauseThen at={at} />;
    case "order": return <OrderLife />;
    case "raw": return <RawFrame at={at} />;
    case "difference": return <DifferenceThen />;
    default: return <BookThen at={at} />;
  }
}

/** The same number, once it stood still for a moment or has moved on for a while: history is not run for each that flies by. */
function useCalm(value: number): number {
  const [calm, setCalm] = useState(value);
  const [since, setSince] = useState(0);
  useEffect(() => {
    if (value === calm) return;
    const now = Date.now();
    if (now - since > CALM_MILLIS * 4) {
      setSince(now);
      setCalm(value);
      return;
    }
    const timer = setTimeout(() => {
      setSince(Date.now());
      setCalm(value);
    }, CALM_MILLIS);
    return () => clearTimeout(timer);
  }, [value]);
  return calm;
}
