import { useState } from "preact/hooks";
import { Dialog } from "../controls/Dialog";
import { type Action, ACTIONS, bindings, nameOf, rebind, resetKeys } from "./bindings";

/** All keys; a press on one, then the key that it shall be. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const [waiting, setWaiting] = useState<Action | null>(null);
  return (
    <Dialog title="Keys" onClose={() => (waiting ? setWaiting(null) : onClose())}>
      <p class="dim">They work wherever nothing is typed. Press one to choose another.</p>
      <ul
        class="sheet"
        onKeyDown={(event) => {
          const name = waiting && nameOf(event);
          if (!waiting || !name) return;
          event.preventDefault();
          event.stopPropagation();
          rebind(waiting, name);
          setWaiting(null);
        }}
      >
        {ACTIONS.map(([action, , words]) => (
          <li key={action}>
            <span>{words}</span>
            <button type="button" aria-label={`Key for: ${words}`} aria-pressed={waiting === action} onClick={() => setWaiting(action)}>
              <kbd>{waiting === action ? "press…" : bindings.value[action]}</kbd>
            </button>
          </li>
        ))}
      </ul>
      <div class="row">
        <button type="button" onClick={resetKeys}>Usual keys</button>
        <span class="stretch" />
        <button type="button" class="main" onClick={onClose}>Done</button>
      </div>
    </Dialog>
  );
}
