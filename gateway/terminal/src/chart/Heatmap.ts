import { effect, signal } from "@preact/signals";
import { api } from "../api/api";
import { ofUnits, unitsAt } from "../decimal/decimal";
import { grouped } from "../decimal/words";
import { isTrue } from "../ladder/settings";
import type { View } from "../ladder/rows";
import type { Trade } from "../market/shapes";
import type { Watch } from "../market/watch";
import { isLoggedIn } from "../session/session";
import { colour, pair, theme } from "../theme/theme";
import { COLUMN_MILLIS, columnOf, COLUMNS, type Dot, type HeatWord, momentOf, rowOf, viewFor } from "./heat";
import { heatLine, type HeatLine } from "./heatLine";
import { pastBooks } from "./heatPast";

const AGAIN_MILLIS = 10_000;
/** Columns that a timer which came late may have left out. */
const LATE = 4;

/** Follows a book and says what there is to draw: what was, from the journal, and what is, four times a second. */
export class Heatmap {
  /** How far the past is there, in words. */
  readonly past = signal("");
  private line: HeatLine;
  private view: View | null = null;
  private newest = 0;
  private asked = Number.NEGATIVE_INFINITY;
  private round = 0;
  /** The venue's clock less this page's, in milliseconds. */
  private ahead: number | null = null;
  /** For which prices the past was asked. */
  private filled: View | null = null;
  private readonly ends: (() => void)[] = [];
  private readonly tick: bigint;

  constructor(private readonly watch: Watch, private readonly box: HTMLElement) {
    this.tick = unitsAt(watch.instrument.tickSize, watch.instrument.priceScale);
    this.line = heatLine(box, (line) => {
      this.line = line;
      this.look();
      this.begin(this.view);
    });
    const traded = (trade: Trade): void => this.say({ kind: "dots", dots: this.dots([trade]) });
    watch.onTrade.add(traded);
    const resized = new ResizeObserver(() => this.look());
    resized.observe(box);
    const timer = setInterval(() => this.step(), COLUMN_MILLIS);
    this.ends.push(
      () => watch.onTrade.delete(traded), () => resized.disconnect(), () => clearInterval(timer),
      effect(() => {
        void [theme.value, pair.value];
        this.look();
      }),
    );
    void this.setClock();
  }

  close(): void {
    this.round++;
    for (const end of this.ends) end();
    this.line.close();
  }

  private say(word: HeatWord): void {
    this.line.say(word);
  }

  private get now(): number {
    return Date.now() + (this.ahead ?? 0);
  }

  private async setClock(): Promise<void> {
    const begun = Date.now();
    const told = await api.get<{ epochMillis: number }>("/time").catch(() => null);
    this.ahead = told ? told.epochMillis - (begun + Date.now()) / 2 : 0;
  }

  private look(): void {
    this.say({
      kind: "look", wide: this.box.clientWidth, high: this.box.clientHeight, ratio: devicePixelRatio || 1, font: getComputedStyle(this.box).font,
      colours: { up: colour("up"), down: colour("down"), line: colour("text"), ground: colour("panel"), dim: colour("dim") },
    });
  }

  private step(): void {
    if (document.hidden || this.ahead === null) return;
    const { book } = this.watch;
    const next = book.isKnown ? viewFor(book, this.tick, this.view) : this.view;
    if (next !== this.view) this.begin(next);
    // What is not true any more is not drawn on: the picture stands still.
    if (this.view && book.isKnown && isTrue.peek()) {
      const last = columnOf(this.now);
      const first = last - this.newest <= LATE ? this.newest + 1 : last;
      this.newest = Math.max(last, this.newest);
      if (first <= last) this.say({ kind: "moment", first, last, moment: momentOf(book, this.view) });
    }
    this.say({ kind: "draw" });
    const isAskable = isLoggedIn.peek() && performance.now() - this.asked > AGAIN_MILLIS;
    if (this.view && this.filled !== this.view && isAskable) void this.fill(this.view);
  }

  /** Other prices are on the picture: what was there is found again. */
  private begin(view: View | null): void {
    this.view = view;
    if (!view) return;
    this.say({ kind: "prices", labels: this.labels(view) });
    this.say({ kind: "moment", first: columnOf(this.now), last: columnOf(this.now), moment: momentOf(this.watch.book, view) });
    this.say({ kind: "dots", dots: this.dots(this.watch.tape.peek()) });
  }

  private labels(view: View) {
    return [1, 2, 3, 4, 5, 6, 7].map((at) => {
      const row = Math.floor((view.count / 8) * at);
      const price = view.centre + BigInt(Math.floor(view.count / 2) - row) * view.step;
      return { row, text: grouped(ofUnits(price, this.watch.instrument.priceScale)) };
    });
  }

  private dots(trades: readonly Trade[]): Dot[] {
    const { view } = this;
    if (!view) return [];
    const oldest = columnOf(this.now) - COLUMNS;
    return trades
      .map(({ price, quantity, takerSide, time }) => ({
        column: columnOf(Date.parse(time)), row: rowOf(unitsAt(price, this.watch.instrument.priceScale), view), size: Number(quantity), isBuy: takerSide === "BUY",
      }))
      .filter(({ column, row }) => column >= oldest && row >= 0);
  }

  private async fill(view: View): Promise<void> {
    const mine = ++this.round;
    const isWanted = (): boolean => mine === this.round && this.view === view;
    this.asked = performance.now();
    this.filled = view;
    let count = 0;
    this.past.value = "Asking the journal…";
    try {
      for await (const { book, sequence, fromMillis, toMillis } of pastBooks(this.watch.instrument, this.now, isWanted)) {
        if (!isWanted()) return;
        this.say({ kind: "moment", first: columnOf(fromMillis), last: columnOf(toMillis) - 1, moment: momentOf(book, view) });
        this.past.value = `Before: ${++count} books of the journal, the newest behind #${sequence}`;
      }
      if (isWanted() && count === 0) this.past.value = "Nothing before";
    } catch {
      if (isWanted()) this.past.value = count > 0 ? `${this.past.value}; the venue is busy` : "The past could not be asked for";
    }
  }
}
