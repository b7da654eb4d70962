/** Something to draw on, as fine as the screen, and how large it is in the page's pixels; null while it is not shown. */
export function surface(canvas: HTMLCanvasElement): { context: CanvasRenderingContext2D; wide: number; high: number } | null {
  const context = canvas.getContext("2d");
  const [wide, high] = [canvas.clientWidth, canvas.clientHeight];
  if (!context || wide === 0) return null;
  const ratio = devicePixelRatio || 1;
  canvas.width = wide * ratio;
  canvas.height = high * ratio;
  context.scale(ratio, ratio);
  return { context, wide, high };
}
