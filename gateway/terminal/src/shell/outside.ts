import { signal } from "@preact/signals";

/** What the browser may say of while its page is not looked at. */
export const OUTSIDE = [["fills", "Fills"], ["halts", "Halts and what else concerns markets"], ["alerts", "Price alerts"]] as const;
export type Outside = (typeof OUTSIDE)[number][0];

const TYPES: Readonly<Record<string, Outside>> = {
  ORDER_FILLED: "fills", ORDER_PARTIALLY_FILLED: "fills", MARKET_ALERT: "halts", PRICE_ALERT: "alerts",
};
const PLACE = "rialto.outside";
const MOST_AT_ONCE = 3;

/** Those that were chosen before and still are kinds. */
export function chosenIn(text: string | null): ReadonlySet<Outside> {
  const parts = (text ?? "").split("|");
  return new Set(OUTSIDE.map(([kind]) => kind).filter((kind) => parts.includes(kind)));
}

export const wanted = signal(chosenIn(typeof localStorage === "undefined" ? null : localStorage.getItem(PLACE)));

/** Asks the person once, when he wants it and never before; false where the browser does not allow it. */
export async function want(kind: Outside, isWanted: boolean): Promise<boolean> {
  if (isWanted && !("Notification" in window)) return false;
  if (isWanted && Notification.permission !== "granted" && (await Notification.requestPermission()) !== "granted") return false;
  const next = new Set(wanted.value);
  if (isWanted) next.add(kind);
  else next.delete(kind);
  wanted.value = next;
  localStorage.setItem(PLACE, [...next].join("|"));
  return true;
}

export interface Told {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly message: string;
}

/** Of what was told, what is said outside; of many together the newest few, and how many more there are. */
export function saidOf(items: readonly Told[], kinds: ReadonlySet<Outside>): readonly Told[] {
  const meant = items.filter(({ type }) => {
    const kind = TYPES[type];
    return kind !== undefined && kinds.has(kind);
  });
  const more = meant.length - MOST_AT_ONCE;
  if (more <= 0) return meant;
  return [...meant.slice(0, MOST_AT_ONCE), { id: `more-${meant[0]?.id ?? ""}`, type: "", title: "Rialto", message: `and ${more} more` }];
}

/** The same notification, told to several tabs, is shown once: its id is its tag. */
export function sayOutside(items: readonly Told[]): void {
  if (wanted.value.size === 0 || !("Notification" in window) || Notification.permission !== "granted") return;
  if (!document.hidden && document.hasFocus()) return;
  for (const { id, title, message } of saidOf(items, wanted.value)) {
    try {
      const shown = new Notification(title, { body: message, tag: `rialto-${id}` });
      shown.onclick = () => {
        window.focus();
        shown.close();
      };
    } catch {
      return; // Some browsers allow it to service workers alone; the inbox has it.
    }
  }
}
