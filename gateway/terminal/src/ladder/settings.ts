import { computed, signal } from "@preact/signals";
import { venue } from "../stream/venue";
import { isPhone } from "../trade/narrow";

/** Ticks a row; null chooses by the book. */
export const group = signal<number | null>(null);

/** Clicks send orders. Never kept, never on by itself. */
export const isArmed = signal(false);

const IDLE_MILLIS = 60_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether what is on the screen is how things are. */
export const isTrue = computed(() => venue.standing.value === "LIVE");

export function disarm(): void {
  clearTimeout(timer);
  isArmed.value = false;
}

/** On for a minute from the last order on; not while the connection is anything but live, and never on a phone. */
export function arm(): void {
  if (!isTrue.value || isPhone.value) return;
  clearTimeout(timer);
  isArmed.value = true;
  timer = setTimeout(disarm, IDLE_MILLIS);
}

const PLACE = "rialto.sizes";

function kept(): string[] {
  const found = (localStorage.getItem(PLACE) ?? "").split("|").filter((each) => /^\d+(\.\d+)?$/.test(each));
  return found.length === 4 ? found : ["0.01", "0.1", "0.5", "1"];
}

/** Four sizes under the keys 1 to 4, and which of them is chosen. */
export const sizes = signal<readonly string[]>(typeof localStorage === "undefined" ? [] : kept());
export const chosen = signal(0);

export function setSize(at: number, size: string): void {
  sizes.value = sizes.value.map((each, index) => (index === at ? size : each));
  localStorage.setItem(PLACE, sizes.value.join("|"));
}
