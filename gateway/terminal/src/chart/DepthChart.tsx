import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Level } from "../book/side";
import { ofUnits } from "../decimal/decimal";
import { grouped } from "../decimal/words";
import type { Watch } from "../market/watch";
import { surface } from "../plot/surface";
import { colour, pair, theme } from "../theme/theme";

interface Step {
  readonly price: number;
  readonly sum: number;
}

function steps(levels: readonly Level[]): Step[] {
  let sum = 0;
  return levels.map((level) => ({ price: Number(level.at), sum: (sum += Number(level.size)) }));
}

/** How much stands up to each price, on both sides of the middle. */
export function DepthChart({ watch }: { watch: Watch }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const resized = new ResizeObserver(() => paint(element, watch));
    resized.observe(element);
    const end = effect(() => {
      void [watch.drawn.value, theme.value, pair.value];
      paint(element, watch);
    });
    return () => {
      resized.disconnect();
      end();
    };
  }, [watch]);
  return <canvas class="depth" ref={canvas} role="img" aria-label={`Depth of ${watch.instrument.symbol}`} />;
}

function paint(canvas: HTMLCanvasElement, { book, instrument }: Watch): void {
  const found = surface(canvas);
  if (!found) return;
  const { context, wide, high } = found;
  context.fillStyle = colour("panel");
  context.fillRect(0, 0, wide, high);
  const bids = steps(book.bids.all.slice(0, 200));
  const asks = steps(book.asks.all.slice(0, 200));
  const bid = bids[0]?.price ?? asks[0]?.price;
  const ask = asks[0]?.price ?? bids[0]?.price;
  context.font = getComputedStyle(canvas).font;
  context.fillStyle = colour("dim");
  if (bid === undefined || ask === undefined) {
    context.textAlign = "center";
    return context.fillText("The book is empty.", wide / 2, high * 0.45);
  }
  const centre = (bid + ask) / 2;
  const reach = Math.max(1, centre - (bids.at(-1)?.price ?? bid), (asks.at(-1)?.price ?? ask) - centre);
  const most = Math.max(1, bids.at(-1)?.sum ?? 0, asks.at(-1)?.sum ?? 0);
  const x = (price: number): number => wide / 2 + ((price - centre) / reach) * (wide / 2);
  const y = (sum: number): number => high - 18 - (sum / most) * (high - 34);
  area(context, bids, x, y, high - 18, "up");
  area(context, asks, x, y, high - 18, "down");
  context.fillStyle = colour("dim");
  const price = (value: number): string => grouped(ofUnits(BigInt(Math.max(0, Math.round(value))), instrument.priceScale));
  context.textAlign = "left";
  context.fillText(price(centre - reach), 6, high - 5);
  context.textAlign = "center";
  context.fillText(price(centre), wide / 2, high - 5);
  context.textAlign = "right";
  context.fillText(price(centre + reach), wide - 6, high - 5);
}

function area(context: CanvasRenderingContext2D, side: Step[], x: (price: number) => number, y: (sum: number) => number, floor: number, tone: string): void {
  const first = side[0];
  if (!first) return;
  context.beginPath();
  context.moveTo(x(first.price), floor);
  let before = floor;
  for (const step of side) {
    context.lineTo(x(step.price), before);
    before = y(step.sum);
    context.lineTo(x(step.price), before);
  }
  context.lineTo(x(side.at(-1)?.price ?? first.price), floor);
  context.fillStyle = colour(`${tone}-veil`);
  context.fill();
  context.strokeStyle = colour(tone);
  context.lineWidth = 1.5;
  context.stroke();
}
