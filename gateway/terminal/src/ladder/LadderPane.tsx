import { useEffect, useRef, useState } from "preact/hooks";
import { Pane } from "../controls/Pane";
import { isTrader } from "../session/session";
import type { Watch } from "../market/watch";
import type { Side } from "../ticket/draft";
import { Face } from "./face";
import { move, touch } from "./hands";
import { Mirror } from "./Mirror";
import { columnsOf } from "./paint";
import { GROUPS } from "./rows";
import { arm, disarm, group, isArmed, isTrue } from "./settings";
import { Sums } from "./Sums";
import { isPhone } from "../trade/narrow";

/** The book as a ladder of prices that stand still. */
export function LadderPane({ watch, onFace }: { watch: Watch; onFace?: (face: Face | null) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef<readonly string[] | null>(null);
  const [face, setFace] = useState<Face | null>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const made = new Face(watch, canvas.current);
    setFace(made);
    onFace?.(made);
    return () => {
      made.close();
      onFace?.(null);
    };
  }, [watch]);

  function rowOf(event: MouseEvent) {
    const at = face?.rowAt(event.offsetY);
    return at === null || at === undefined ? undefined : face?.rows[at];
  }
  function sideOf(event: MouseEvent): Side | null {
    const { bid, price } = columnsOf(canvas.current?.clientWidth ?? 0);
    if (event.offsetX < bid) return "BUY";
    return event.offsetX > bid + price ? "SELL" : null;
  }
  function press(event: MouseEvent): void {
    const row = rowOf(event);
    held.current = row && isArmed.value && event.button === 0 ? (face?.own.get(row.price)?.ids ?? null) : null;
  }
  function release(event: MouseEvent, isOpposite: boolean): void {
    const row = rowOf(event);
    const ids = held.current;
    held.current = null;
    if (!row) return;
    if (ids && !face?.own.get(row.price)?.ids.some((id) => ids.includes(id))) return void move(watch, ids, row.price);
    const side = sideOf(event);
    void touch(watch, row.price, isOpposite && side ? (side === "BUY" ? "SELL" : "BUY") : side);
  }

  return (
    <Pane title="Book" isFlush class={`ladder ${isArmed.value ? "armed" : ""} ${isTrue.value ? "" : "untrue"}`} tools={<Tools face={face} />}>
      <canvas
        ref={canvas}
        aria-hidden="true"
        data-testid="ladder"
        onMouseMove={(event) => face && (face.hovered.value = face.rowAt(event.offsetY))}
        onMouseLeave={() => face && (face.hovered.value = null)}
        onMouseDown={press}
        onClick={(event) => release(event, false)}
        onContextMenu={(event) => {
          event.preventDefault();
          release(event, true);
        }}
      />
      {face && <Mirror face={face} watch={watch} />}
      {!isTrue.value && <p class="stale" role="status">Stale: this is how the book was</p>}
      <footer><Sums face={face} watch={watch} /></footer>
    </Pane>
  );
}

function Tools({ face }: { face: Face | null }) {
  const now = group.value ?? face?.ticks.value ?? 1;
  const step = (by: number): void => {
    const at = GROUPS.findIndex((each) => each === now);
    group.value = GROUPS[Math.max(0, Math.min(GROUPS.length - 1, at + by))] ?? 1;
  };
  return (
    <>
      <button type="button" class="quiet" aria-label="Finer grouping" title="Finer (−)" onClick={() => step(-1)}>−</button>
      <span class="dim" title="Ticks a row">×{now}</span>
      <button type="button" class="quiet" aria-label="Coarser grouping" title="Coarser (+)" onClick={() => step(1)}>+</button>
      <button type="button" class="quiet" title="Centre (Space)" onClick={() => face?.recentre()}>Centre</button>
      {isTrader.value && !isPhone.value && (
        <button
          type="button"
          class={isArmed.value ? "danger" : "quiet"}
          aria-pressed={isArmed.value}
          title="Armed: a click sends an order of the chosen size at once"
          onClick={() => (isArmed.value ? disarm() : arm())}
        >
          {isArmed.value ? "Armed" : "One click"}
        </button>
      )}
    </>
  );
}
