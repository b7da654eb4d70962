/** Numbers of the metrics that are told as plain text, a line each. */
export type Metrics = ReadonlyMap<string, number>;

const LINE = /^([a-zA-Z_:][\w:]*(?:\{[^}]*\})?)\s+(\S+)/;

export function metricsIn(text: string): Metrics {
  const found = new Map<string, number>();
  for (const line of text.split("\n")) {
    const parts = line.startsWith("#") ? null : LINE.exec(line);
    const value = Number(parts?.[2]);
    if (parts?.[1] && Number.isFinite(value)) found.set(parts[1], value);
  }
  return found;
}

/** How often something counted happened in a second, between two looks. */
export function perSecond(before: { at: number; value: number } | null, now: { at: number; value: number }): number | null {
  if (!before || now.at <= before.at || now.value < before.value) return null;
  return (now.value - before.value) / ((now.at - before.at) / 1000);
}
