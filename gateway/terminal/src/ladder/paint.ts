import { ofUnits } from "../decimal/decimal";
import { grouped } from "../decimal/words";
import type { Instrument } from "../market/shapes";
import { colour } from "../theme/theme";
import type { OwnAt } from "./own";
import type { Row } from "./rows";

export const ROW_HEIGHT = 20;

/** What one drawing shows. */
export interface Scene {
  readonly rows: readonly Row[];
  readonly own: ReadonlyMap<bigint, OwnAt>;
  readonly last: { readonly row: bigint; readonly isBuy: boolean } | null;
  readonly hovered: number | null;
  readonly instrument: Instrument;
  /** Rows whose size has just changed: when, by price. */
  readonly flashes: ReadonlyMap<bigint, number>;
  readonly nowMillis: number;
  readonly isTrue: boolean;
}

export const FLASH_MILLIS = 350;

export function columnsOf(width: number): { bid: number; price: number; ask: number } {
  const price = Math.round(width * 0.3);
  const side = (width - price) / 2;
  return { bid: side, price, ask: side };
}

function colours() {
  const names = ["panel", "rule", "text", "dim", "up", "down", "up-veil", "down-veil", "hover", "accent", "veil", "warn"];
  return Object.fromEntries(names.map((name) => [name, colour(name)])) as Record<string, string>;
}

/** Draws all of it: some forty rows, well below a millisecond. */
export function paint(canvas: HTMLCanvasElement, scene: Scene): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const ratio = devicePixelRatio || 1;
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const paints = colours();
  context.fillStyle = paints["panel"] ?? "";
  context.fillRect(0, 0, width, height);
  context.globalAlpha = scene.isTrue ? 1 : 0.35;
  context.font = getComputedStyle(canvas).font;
  context.textBaseline = "middle";
  const deepest = scene.rows.reduce((most, row) => (row.depth > most ? row.depth : most), 1n);
  scene.rows.forEach((row, index) => paintRow(context, paints, scene, row, index, width, deepest));
  const { bid, price } = columnsOf(width);
  context.fillStyle = paints["rule"] ?? "";
  context.fillRect(bid, 0, 1, height);
  context.fillRect(bid + price, 0, 1, height);
  context.globalAlpha = 1;
}

function paintRow(
  context: CanvasRenderingContext2D, paints: Record<string, string>, scene: Scene, row: Row, index: number, width: number, deepest: bigint,
): void {
  const y = index * ROW_HEIGHT;
  const middle = y + ROW_HEIGHT / 2 + 0.5;
  const columns = columnsOf(width);
  const fill = (name: string, x: number, wide: number): void => {
    context.fillStyle = paints[name] ?? "";
    context.fillRect(x, y, wide, ROW_HEIGHT - 1);
  };
  const words = (name: string, text: string, x: number, align: CanvasTextAlign): void => {
    context.fillStyle = paints[name] ?? "";
    context.textAlign = align;
    context.fillText(text, x, middle);
  };
  if (scene.hovered === index) fill("hover", 0, width);
  const share = Number((row.depth * 1000n) / deepest) / 1000;
  const { quantityScale, priceScale } = scene.instrument;
  if (row.bid > 0n) fill("up-veil", columns.bid * (1 - share), columns.bid * share);
  if (row.ask > 0n) fill("down-veil", columns.bid + columns.price, columns.ask * share);
  const flash = scene.flashes.get(row.price);
  if (flash !== undefined && scene.nowMillis - flash < FLASH_MILLIS) {
    fill("veil", row.bid > 0n ? 0 : columns.bid + columns.price, columns.bid);
  }
  if (row.bid > 0n) words("text", grouped(ofUnits(row.bid, quantityScale)), columns.bid - 8, "right");
  if (row.ask > 0n) words("text", grouped(ofUnits(row.ask, quantityScale)), columns.bid + columns.price + 8, "left");
  const isLast = scene.last?.row === row.price;
  if (isLast) fill(scene.last?.isBuy ? "up-veil" : "down-veil", columns.bid + 1, columns.price - 1);
  const tone = row.bid > 0n ? "up" : row.ask > 0n ? "down" : "dim";
  words(tone, grouped(ofUnits(row.price, priceScale)), columns.bid + columns.price / 2, "center");
  if (isLast) words(scene.last?.isBuy ? "up" : "down", scene.last?.isBuy ? "▲" : "▼", columns.bid + 7, "left");
  const own = scene.own.get(row.price);
  if (!own) return;
  const isBid = row.bid > 0n || row.ask === 0n;
  fill("accent", isBid ? 0 : width - 3, 3);
  const size = grouped(ofUnits(own.size, quantityScale));
  const whole = own.ahead === null ? size : `${size} ‹${grouped(ofUnits(own.ahead, quantityScale))}`;
  // Where there is no room beside the level's size, the queue is left out, then one's own size: the mark at the edge stays.
  const level = row.bid + row.ask > 0n ? context.measureText(grouped(ofUnits(isBid ? row.bid : row.ask, quantityScale))).width : 0;
  const shown = [whole, size].find((each) => context.measureText(each).width + level + 20 <= columns.bid);
  if (shown) words("accent", shown, isBid ? 8 : width - 8, isBid ? "left" : "right");
}
