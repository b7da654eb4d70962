import type { HeatWord } from "./heat";
import { HeatPicture } from "./HeatPicture";

/** Who draws the heatmap. */
export interface HeatLine {
  say(word: HeatWord): void;
  close(): void;
}

function canvasIn(box: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = "depth";
  canvas.setAttribute("aria-hidden", "true");
  box.replaceChildren(canvas);
  return canvas;
}

function here(box: HTMLElement): HeatLine {
  const picture = new HeatPicture(canvasIn(box));
  return { say: (word) => picture.hear(word), close: () => box.replaceChildren() };
}

/** A worker where the browser has them draw, else this page. `onLost` when the worker failed: all has to be said again. */
export function heatLine(box: HTMLElement, onLost: (line: HeatLine) => void): HeatLine {
  if (typeof Worker === "undefined" || !("transferControlToOffscreen" in HTMLCanvasElement.prototype)) return here(box);
  const worker = new Worker(new URL("./heatWorker.ts", import.meta.url), { type: "module" });
  const canvas = canvasIn(box).transferControlToOffscreen();
  worker.postMessage(canvas, [canvas]);
  worker.onerror = () => {
    worker.terminate();
    onLost(here(box));
  };
  return {
    say: (word) => worker.postMessage(word),
    close: () => {
      worker.terminate();
      box.replaceChildren();
    },
  };
}
