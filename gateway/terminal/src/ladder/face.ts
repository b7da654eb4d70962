import { effect, signal } from "@preact/signals";
import { openOrders } from "../account/holdings";
import { unitsAt } from "../decimal/decimal";
import type { Watch } from "../market/watch";
import { pair, theme } from "../theme/theme";
import { type OwnAt, OwnOrders } from "./own";
import { FLASH_MILLIS, paint, ROW_HEIGHT } from "./paint";
import { groupFor, isInSight, middle, type Row, rowsOf, type View } from "./rows";
import { group, isTrue } from "./settings";

const MIRROR_MILLIS = 200;

/** The ladder of one market on one canvas: where it is centred, what it shows, and its mirror in words. */
export class Face {
  readonly hovered = signal<number | null>(null);
  /** What is on the canvas, for who reads; a few times a second. */
  readonly mirror = signal<readonly Row[]>([]);
  /** Ticks a row, as they are shown. */
  readonly ticks = signal(1);
  rows: readonly Row[] = [];
  own: ReadonlyMap<bigint, OwnAt> = new Map();
  private centre: bigint | null = null;
  private readonly ownOrders: OwnOrders;
  private readonly tick: bigint;
  private readonly ends: (() => void)[] = [];
  private sizes = new Map<bigint, bigint>();
  private flashes = new Map<bigint, number>();
  private mirroredAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private fading: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly watch: Watch, private readonly canvas: HTMLCanvasElement) {
    this.tick = unitsAt(watch.instrument.tickSize, watch.instrument.priceScale);
    this.ownOrders = new OwnOrders(watch);
    const hear = this.ownOrders.traded.bind(this.ownOrders);
    watch.onTrade.add(hear);
    this.ends.push(() => watch.onTrade.delete(hear));
    const resized = new ResizeObserver(() => this.draw());
    resized.observe(canvas);
    this.ends.push(() => resized.disconnect());
    this.ends.push(effect(() => {
      void [watch.drawn.value, openOrders.value, group.value, theme.value, pair.value, this.hovered.value, isTrue.value];
      this.draw();
    }));
  }

  close(): void {
    clearTimeout(this.timer);
    clearTimeout(this.fading);
    for (const end of this.ends) end();
  }

  recentre(): void {
    this.centre = null;
    this.draw();
  }

  private get count(): number {
    return Math.max(5, Math.floor(this.canvas.clientHeight / ROW_HEIGHT));
  }

  private lastStep = 0n;
  private auto: number | null = null;

  /** Where it is; the grouping chosen by itself changes only when the middle is lost. */
  private view(): View | null {
    const { book } = this.watch;
    if (group.peek() !== null) this.auto = null;
    else if (this.auto === null || this.centre === null) this.auto = book.isKnown ? groupFor(book, this.tick, this.count) : null;
    const ticks = group.peek() ?? this.auto ?? 1;
    this.ticks.value = ticks;
    const step = this.tick * BigInt(ticks);
    const at = middle(book, step);
    const count = this.count;
    const isMoved = this.centre === null || step !== this.lastStep || (at !== null && !isInSight(at, { centre: this.centre, step, count }));
    if (isMoved) this.centre = at;
    this.lastStep = step;
    return this.centre === null ? null : { centre: this.centre, step, count };
  }

  private draw(): void {
    const view = this.view();
    this.ownOrders.look(openOrders.peek().values());
    this.rows = view ? rowsOf(this.watch.book, view) : [];
    const step = view?.step ?? 1n;
    const round = (at: bigint, isBuy: boolean): bigint => (isBuy ? at - (((at % step) + step) % step) : at + ((((-at) % step) + step) % step));
    this.own = this.ownOrders.byRow(round);
    this.noteFlashes();
    const last = this.watch.tape.peek()[0];
    const isBuy = last?.takerSide === "BUY";
    paint(this.canvas, {
      rows: this.rows,
      own: this.own,
      last: last ? { row: round(unitsAt(last.price, this.watch.instrument.priceScale), !isBuy), isBuy } : null,
      hovered: this.hovered.peek(),
      instrument: this.watch.instrument,
      flashes: this.flashes,
      nowMillis: performance.now(),
      isTrue: isTrue.peek(),
    });
    this.reflect();
  }

  private noteFlashes(): void {
    const now = performance.now();
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const sizes = new Map(this.rows.map((row) => [row.price, row.bid + row.ask]));
    for (const [price, size] of sizes) {
      const before = this.sizes.get(price);
      if (!isStill && before !== undefined && before !== size && size > 0n) this.flashes.set(price, now);
    }
    for (const [price, at] of this.flashes) if (now - at >= FLASH_MILLIS) this.flashes.delete(price);
    this.sizes = sizes;
    clearTimeout(this.fading);
    if (this.flashes.size > 0) this.fading = setTimeout(() => this.draw(), FLASH_MILLIS);
  }

  private reflect(): void {
    const wait = this.mirroredAt + MIRROR_MILLIS - performance.now();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.mirroredAt = performance.now();
      this.mirror.value = this.rows;
    }, Math.max(0, wait));
  }

  /** Which row is at that height of the canvas. */
  rowAt(y: number): number | null {
    const at = Math.floor(y / ROW_HEIGHT);
    return at >= 0 && at < this.rows.length ? at : null;
  }
}
