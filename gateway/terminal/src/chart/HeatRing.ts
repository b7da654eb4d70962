import { COLUMNS, type Dot, type HeatColours, type Moment, ROWS } from "./heat";

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
type Rgb = readonly [number, number, number];

/** `#rrggbb` as numbers; grey of anything else. */
export function rgb(text: string): Rgb {
  const value = /^#([0-9a-f]{6})$/i.exec(text)?.[1];
  if (!value) return [128, 128, 128];
  return [0, 2, 4].map((at) => Number.parseInt(value.slice(at, at + 2), 16)) as unknown as Rgb;
}

/** The columns of the last two minutes, each in its place by time, in a picture that is written round and round. */
export class HeatRing {
  private readonly moments = new Map<number, Moment>();
  private dots: readonly Dot[] = [];
  private up: Rgb = [128, 128, 128];
  private down: Rgb = [128, 128, 128];
  /** The newest column. */
  private newest = Number.NEGATIVE_INFINITY;

  /** @param picture as wide as there are columns, as high as there are rows; null where nothing can be drawn */
  constructor(private readonly picture: Context | null) {}

  clear(): void {
    this.picture?.clearRect(0, 0, COLUMNS, ROWS);
    this.moments.clear();
    this.dots = [];
  }

  /** Drawn anew in other colours. */
  tint({ up, down }: Pick<HeatColours, "up" | "down">): void {
    [this.up, this.down] = [rgb(up), rgb(down)];
    for (const [column, moment] of this.moments) this.write(column, moment);
  }

  /** What lies too far back is left out, and so is the past where something was seen. */
  put(first: number, last: number, moment: Moment): void {
    const isPast = last < this.newest;
    if (!isPast) this.advance(last);
    for (let column = Math.max(first, this.oldest); column <= last; column++) {
      if (isPast && this.moments.has(column)) continue;
      this.moments.set(column, moment);
      this.write(column, moment);
    }
  }

  add(dots: readonly Dot[]): void {
    this.dots = [...this.dots, ...dots.filter((dot) => dot.row >= 0)].filter((dot) => dot.column >= this.oldest).slice(-2_000);
  }

  /** What is drawn at a column. */
  at(column: number): Moment | undefined {
    return this.moments.get(column);
  }

  private get oldest(): number {
    return this.newest - COLUMNS + 1;
  }

  private advance(to: number): void {
    this.newest = to;
    for (const column of this.moments.keys()) {
      if (column >= this.oldest) continue;
      this.moments.delete(column);
      this.picture?.clearRect(place(column), 0, 1, ROWS);
    }
  }

  private write(column: number, moment: Moment): void {
    if (!this.picture) return;
    const pixels = new ImageData(1, ROWS);
    for (const [row, heat] of moment.heat.entries()) {
      const isAsk = moment.bid === -1 || row < moment.bid;
      pixels.data.set([...(isAsk ? this.down : this.up), heat], row * 4);
    }
    this.picture.putImageData(pixels, place(column), 0);
  }

  /** Newest at the right. */
  paint(target: Context, wide: number, high: number, colours: HeatColours): void {
    if (!this.picture || !Number.isFinite(this.newest)) return;
    const split = place(this.newest + 1);
    const column = wide / COLUMNS;
    target.imageSmoothingEnabled = false;
    const { canvas } = this.picture;
    target.drawImage(canvas, split, 0, COLUMNS - split, ROWS, 0, 0, (COLUMNS - split) * column, high);
    if (split > 0) target.drawImage(canvas, 0, 0, split, ROWS, (COLUMNS - split) * column, 0, split * column, high);
    for (const side of ["bid", "ask"] as const) this.line(target, side, column, high / ROWS, colours.line);
    for (const dot of this.dots) {
      target.fillStyle = dot.isBuy ? colours.up : colours.down;
      target.beginPath();
      target.arc((dot.column - this.oldest + 0.5) * column, ((dot.row + 0.5) * high) / ROWS, 2 + Math.min(9, Math.log1p(dot.size) * 2), 0, 7);
      target.fill();
    }
  }

  /** The best price of a side; where nothing was seen there is no line. */
  private line(target: Context, side: "bid" | "ask", wide: number, high: number, colour: string): void {
    target.strokeStyle = colour;
    target.beginPath();
    let isDrawn = false;
    for (let x = 0; x < COLUMNS; x++) {
      const row = this.at(this.oldest + x)?.[side] ?? -1;
      if (row >= 0) target[isDrawn ? "lineTo" : "moveTo"]((x + 0.5) * wide, (row + 0.5) * high);
      isDrawn = row >= 0;
    }
    target.stroke();
  }
}

/** Where a column is in the picture. */
export function place(column: number): number {
  return ((column % COLUMNS) + COLUMNS) % COLUMNS;
}
