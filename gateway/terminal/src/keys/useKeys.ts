import { useEffect } from "preact/hooks";
import { type Action, bindings, nameOf } from "./bindings";

/** Where keys are letters, or belong to something in front. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  if (target?.closest("input, select, textarea, [contenteditable], dialog, [role='tablist'], [role='separator']")) return true;
  if (document.querySelector("dialog[open]")) return true;
  // Space and Enter press the button that has the focus.
  return (event.code === "Space" || event.key === "Enter") && target?.closest("button, a, summary") !== null && target !== null;
}

/** The keys of a page while it is there; never while something is typed. */
export function useKeys(actions: Partial<Record<Action, () => void>>, depends: unknown[]): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (isTyping(event)) return;
      const name = nameOf(event);
      const found = Object.entries(bindings.peek()).find(([, key]) => key === name);
      const act = found && actions[found[0] as Action];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, depends);
}
