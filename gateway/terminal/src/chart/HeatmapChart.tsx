import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { ofUnits, unitsAt } from "../decimal/decimal";
import { grouped } from "../decimal/words";
import { isTrue } from "../ladder/settings";
import type { View } from "../ladder/rows";
import type { Trade } from "../market/shapes";
import type { Watch } from "../market/watch";
import { colour, pair, theme } from "../theme/theme";
import { COLUMN_MILLIS, momentOf, rowOf, viewFor } from "./heat";
import { HeatRing, rgb } from "./HeatRing";

/** Time by price: how much stood where, with the best prices and each trade. From the moment on at which it is opened. */
export default function HeatmapChart({ watch }: { watch: Watch }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { instrument, book } = watch;
    const tick = unitsAt(instrument.tickSize, instrument.priceScale);
    const ring = new HeatRing();
    let view: View | null = null;
    const traded = (trade: Trade): void => {
      if (view) ring.dot(rowOf(unitsAt(trade.price, instrument.priceScale), view), Number(trade.quantity), trade.takerSide === "BUY");
    };
    const step = (): void => {
      if (document.hidden || !canvas.current) return;
      const next = book.isKnown ? viewFor(book, tick, view) : view;
      if (next !== view) ring.clear();
      view = next;
      // What is not true any more is not drawn on: the picture stands still.
      if (view && isTrue.peek()) ring.add(momentOf(book, view), rgb(colour("up")), rgb(colour("down")));
      draw(canvas.current, ring, view, watch);
    };
    const end = effect(() => {
      void [theme.value, pair.value];
      ring.clear();
    });
    const timer = setInterval(step, COLUMN_MILLIS);
    watch.onTrade.add(traded);
    return () => {
      clearInterval(timer);
      watch.onTrade.delete(traded);
      end();
    };
  }, [watch]);
  return <canvas class="depth" ref={canvas} role="img" aria-label={`Heatmap of ${watch.instrument.symbol}`} />;
}

function draw(canvas: HTMLCanvasElement, ring: HeatRing, view: View | null, { instrument }: Watch): void {
  const context = canvas.getContext("2d");
  const [wide, high] = [canvas.clientWidth, canvas.clientHeight];
  if (!context || wide === 0) return;
  const ratio = devicePixelRatio || 1;
  canvas.width = wide * ratio;
  canvas.height = high * ratio;
  context.scale(ratio, ratio);
  context.fillStyle = colour("panel");
  context.fillRect(0, 0, wide, high);
  context.font = getComputedStyle(canvas).font;
  const right = 74;
  ring.paint(context, wide - right, high, { up: colour("up"), down: colour("down"), line: colour("text") });
  context.fillStyle = colour("dim");
  context.textAlign = "right";
  context.textBaseline = "middle";
  if (!view) return;
  for (let at = 1; at < 8; at++) {
    const row = Math.floor((view.count / 8) * at);
    const price = view.centre + BigInt(Math.floor(view.count / 2) - row) * view.step;
    context.fillText(grouped(ofUnits(price, instrument.priceScale)), wide - 6, ((row + 0.5) / view.count) * high);
  }
}
