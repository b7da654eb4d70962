/** How numbers and times are shown. */
import { parse, text as digits } from "./decimal";

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

/** With that many digits behind the point, the last one rounded half away from zero: what is looked at, never what is reckoned with. */
export function rounded(text: string | null | undefined, scale: number): string {
  const value = text === null || text === undefined ? null : parse(text);
  if (!value) return grouped(text);
  if (value.scale <= scale) return grouped(digits({ units: value.units * 10n ** BigInt(scale - value.scale), scale }));
  const by = 10n ** BigInt(value.scale - scale);
  const half = value.units < 0n ? -by / 2n : by / 2n;
  return grouped(digits({ units: (value.units + half) / by, scale }));
}

/** With as many digits behind the point as the other has: an average beside a price. */
export function like(text: string | null | undefined, other: string | null | undefined): string {
  return other ? rounded(text, other.split(".")[1]?.length ?? 0) : trimmed(text);
}

const CENTS = 2;

/** An amount to be taken in at a glance: of money to the cent, of anything else as it is; what is less than a cent is not made nothing. */
export function money(text: string | null | undefined, asset: string): string {
  if (!isMoney(asset)) return trimmed(text);
  const short = rounded(text, CENTS);
  return signOf(text) !== 0 && signOf(short) === 0 ? trimmed(text) : short;
}

/** "+1.25" where it is above zero, as {@link money}. */
export function gained(text: string | null | undefined, asset: string): string {
  return signOf(text) > 0 ? `+${money(text, asset)}` : money(text, asset);
}

let currencies: ReadonlySet<string> | null = null;

/** Whether it is counted in cents: the currencies of states, and what stands for dollars. */
function isMoney(asset: string): boolean {
  currencies ??= new Set(Intl.supportedValuesOf("currency"));
  return currencies.has(asset) || /^USD.$/.test(asset);
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
  return (lower.charAt(0).toUpperCase() + lower.slice(1)).replace(/\b(api|sql)\b/gi, (short) => short.toUpperCase());
}
