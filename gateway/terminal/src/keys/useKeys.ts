import { computed, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Action, bindings, nameOf } from "./bindings";

type Acts = Partial<Record<Action, () => void>>;

const offers = signal<readonly Acts[]>([]);

/** What the page that is shown does by keys. */
export const offered = computed<Acts>(() => Object.assign({}, ...offers.value) as Acts);

/** Where keys are letters, or belong to something in front. With Control they are no letters. */
function isTyping(event: KeyboardEvent, name: string | null): boolean {
  if (document.querySelector("dialog[open]")) return true;
  if (name?.startsWith("Ctrl+")) return false;
  const target = event.target as HTMLElement | null;
  if (target?.closest("input, select, textarea, [contenteditable], [role='dialog']")) return true;
  if (event.key.startsWith("Arrow") && target?.closest("[role='tablist'], [role='separator']")) return true;
  // Space and Enter press the button that has the focus.
  return (event.code === "Space" || event.key === "Enter") && target?.closest("button, a, summary") !== null && target !== null;
}

/** The keys of a page while it is there; never while something is typed. */
export function useKeys(actions: Acts, depends: unknown[]): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      // A key that is held down is one press: orders are not sent in a row by it.
      if (event.repeat) return;
      const name = nameOf(event);
      if (isTyping(event, name)) return;
      const found = Object.entries(bindings.peek()).find(([, key]) => key === name);
      const act = found && actions[found[0] as Action];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", hear);
    offers.value = [...offers.peek(), actions];
    return () => {
      removeEventListener("keydown", hear);
      offers.value = offers.peek().filter((each) => each !== actions);
    };
  }, depends);
}
