import { COLUMNS, type Moment, ROWS } from "./heat";

type Rgb = readonly [number, number, number];

/** `#rrggbb` as numbers; grey of anything else. */
export function rgb(text: string): Rgb {
  const value = /^#([0-9a-f]{6})$/i.exec(text)?.[1];
  if (!value) return [128, 128, 128];
  return [0, 2, 4].map((at) => Number.parseInt(value.slice(at, at + 2), 16)) as unknown as Rgb;
}

interface Dot {
  readonly column: number;
  readonly row: number;
  readonly size: number;
  readonly isBuy: boolean;
}

/** The newest moments, one column each, in a picture that is written round and round. */
export class HeatRing {
  private readonly picture = document.createElement("canvas");
  private readonly context: CanvasRenderingContext2D | null;
  private moments: (Moment | null)[] = Array.from({ length: COLUMNS }, () => null);
  private dots: Dot[] = [];
  private next = 0;

  constructor() {
    this.picture.width = COLUMNS;
    this.picture.height = ROWS;
    this.context = this.picture.getContext("2d");
  }

  clear(): void {
    this.context?.clearRect(0, 0, COLUMNS, ROWS);
    this.moments = this.moments.map(() => null);
    this.dots = [];
  }

  add(moment: Moment, up: Rgb, down: Rgb): void {
    const pixels = new ImageData(1, ROWS);
    for (const [row, heat] of moment.heat.entries()) {
      const isAsk = moment.bid === -1 ? true : row < moment.bid;
      pixels.data.set([...(isAsk ? down : up), heat], row * 4);
    }
    const at = this.next % COLUMNS;
    this.context?.clearRect(at, 0, 1, ROWS);
    this.context?.putImageData(pixels, at, 0);
    this.moments[at] = moment;
    this.next++;
    this.dots = this.dots.filter((dot) => dot.column > this.next - COLUMNS);
  }

  dot(row: number, size: number, isBuy: boolean): void {
    if (row >= 0) this.dots.push({ column: this.next, row, size, isBuy });
  }

  /** Newest at the right. */
  paint(target: CanvasRenderingContext2D, wide: number, high: number, colours: { up: string; down: string; line: string }): void {
    const at = this.next % COLUMNS;
    const column = wide / COLUMNS;
    const row = high / ROWS;
    target.imageSmoothingEnabled = false;
    target.drawImage(this.picture, at, 0, COLUMNS - at, ROWS, 0, 0, (COLUMNS - at) * column, high);
    if (at > 0) target.drawImage(this.picture, 0, 0, at, ROWS, (COLUMNS - at) * column, 0, at * column, high);
    for (const side of ["bid", "ask"] as const) {
      target.strokeStyle = colours.line;
      target.beginPath();
      for (let x = 0; x < COLUMNS; x++) {
        const found = this.moments[(at + x) % COLUMNS]?.[side] ?? -1;
        if (found >= 0) target.lineTo(x * column, (found + 0.5) * row);
      }
      target.stroke();
    }
    for (const dot of this.dots) {
      target.fillStyle = dot.isBuy ? colours.up : colours.down;
      target.beginPath();
      target.arc((COLUMNS - (this.next - dot.column)) * column, (dot.row + 0.5) * row, 2 + Math.min(9, Math.log1p(dot.size) * 2), 0, 7);
      target.fill();
    }
  }
}
