/** "-10, 5%" as the moves that are asked for; what is no number goes as it is, for the venue to refuse in words. */
export function shocksOf(text: string, symbol: string): { percent: string; symbol?: string }[] {
  const named = symbol.trim();
  return text
    .split(/[\s,;]+/)
    .map((part) => part.replace(/%$/, "").replace(/^\+/, ""))
    .filter((part) => part !== "")
    .map((percent) => (named ? { percent, symbol: named } : { percent }));
}
