/** How numbers and times are shown. */

/** "1234567.80" as "1,234,567.80": the digits stay what they are. */
export function grouped(text: string | null | undefined): string {
  if (text === null || text === undefined) return "–";
  const [whole = "", part] = text.split(".");
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? spaced : `${spaced}.${part}`;
}

/** Without zeros behind the point that say nothing. */
export function trimmed(text: string | null | undefined): string {
  if (text === null || text === undefined) return "–";
  return grouped(text.includes(".") ? text.replace(/\.?0+$/, "") : text);
}

/** Whether the text is above (1), below (-1) or at zero. */
export function signOf(text: string | null | undefined): -1 | 0 | 1 {
  if (!text || !/[1-9]/.test(text)) return 0;
  return text.startsWith("-") ? -1 : 1;
}

/** "+1.25" where it is above zero. */
export function signed(text: string | null | undefined): string {
  return signOf(text) > 0 ? `+${grouped(text)}` : grouped(text);
}

/** `GOOD_FOR_AUCTION` as "Good for auction". */
export function sentence(word: string | null | undefined): string {
  if (!word) return "–";
  const lower = word.toLowerCase().replaceAll("_", " ");
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
