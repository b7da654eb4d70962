import { COLUMNS, type HeatWord, ROWS } from "./heat";
import { type Context, HeatRing } from "./HeatRing";

/** Room for prices at the right. */
const RIGHT = 74;

type Look = Extract<HeatWord, { kind: "look" }>;
type Canvas = HTMLCanvasElement | OffscreenCanvas;

/** The heatmap on its canvas; knows of the book only what it was told. */
export class HeatPicture {
  private readonly ring: HeatRing;
  private readonly target: Context | null;
  private look: Look | null = null;
  private labels: readonly { row: number; text: string }[] = [];

  constructor(private readonly canvas: Canvas) {
    this.target = canvas.getContext("2d") as Context | null;
    this.ring = new HeatRing(behind());
  }

  hear(word: HeatWord): void {
    if (word.kind === "moment") return this.ring.put(word.first, word.last, word.moment);
    if (word.kind === "dots") return this.ring.add(word.dots);
    if (word.kind === "draw") return this.draw();
    if (word.kind === "prices") {
      this.labels = word.labels;
      return this.ring.clear();
    }
    this.look = word;
    this.ring.tint(word.colours);
    this.draw();
  }

  private draw(): void {
    const { target, look } = this;
    if (!target || !look || look.wide === 0) return;
    const [wide, high] = [Math.round(look.wide * look.ratio), Math.round(look.high * look.ratio)];
    if (this.canvas.width !== wide) this.canvas.width = wide;
    if (this.canvas.height !== high) this.canvas.height = high;
    target.setTransform(look.ratio, 0, 0, look.ratio, 0, 0);
    target.fillStyle = look.colours.ground;
    target.fillRect(0, 0, look.wide, look.high);
    this.ring.paint(target, look.wide - RIGHT, look.high, look.colours);
    target.font = look.font;
    target.fillStyle = look.colours.dim;
    target.textAlign = "right";
    target.textBaseline = "middle";
    for (const { row, text } of this.labels) target.fillText(text, look.wide - 6, ((row + 0.5) / ROWS) * look.high);
  }
}

/** The canvas behind the one that is seen: a pixel for each moment and row. */
function behind(): Context | null {
  if (typeof OffscreenCanvas !== "undefined") return new OffscreenCanvas(COLUMNS, ROWS).getContext("2d");
  const canvas = document.createElement("canvas");
  canvas.width = COLUMNS;
  canvas.height = ROWS;
  return canvas.getContext("2d");
}
