/** Light around the squares, in their widths: a camera finds the edge by it. */
export const QUIET = 4;

/** Dark squares as one path, a bar for each run of them in a row. */
export function pathOf(squares: readonly (readonly boolean[])[]): string {
  const bars: string[] = [];
  squares.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      bars.push(`M${from} ${y}h${x + 1 - from}v1H${from}z`);
    }
  });
  return bars.join("");
}
