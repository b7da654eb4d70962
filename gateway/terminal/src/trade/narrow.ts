import { signal } from "@preact/signals";

const narrow = typeof matchMedia === "undefined" ? null : matchMedia("(max-width: 719px)");

/** Whether there is room for one pane only. */
export const isPhone = signal(narrow?.matches ?? false);
narrow?.addEventListener("change", (event) => (isPhone.value = event.matches));

/** Which of them it is. */
export const phoneTab = signal("chart");
