import type { HeatWord } from "./heat";
import { HeatPicture } from "./HeatPicture";

/** Draws the heatmap beside the page: what it is told first is the canvas. */
let picture: HeatPicture | null = null;

addEventListener("message", ({ data }: MessageEvent<HeatWord | OffscreenCanvas>) => {
  if (data instanceof OffscreenCanvas) picture = new HeatPicture(data);
  else picture?.hear(data);
});
