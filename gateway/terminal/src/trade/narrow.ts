import { signal } from "@preact/signals";

const narrow = typeof matchMedia === "undefined" ? null : matchMedia("(max-width: 719px)");

/** Whether there is room for one pane only. */
export const isPhone = signal(narrow?.matches ?? false);
narrow?.addEventListener("change", (event) => (isPhone.value = event.matches));

/** Which of them it is. */
export const phoneTab = signal("chart");
/** Whether the order form is up, in front of it. */
export const isFormUp = signal(false);

/** The form has no pane of its own on a phone: it comes up in front of what is looked at. */
export function pickTab(key: string): void {
  isFormUp.value = key === "trade";
  if (key !== "trade") phoneTab.value = key;
}
