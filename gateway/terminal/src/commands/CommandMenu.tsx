import "./commands.css";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Dialog } from "../controls/Dialog";
import { bindings, nameOf } from "../keys/bindings";
import { instruments } from "../market/instruments";
import { commandsHere } from "./commands";
import { type Command, found } from "./search";

/** Everything that can be done, by its name: typed, chosen with arrows, done with Enter. */
export default function CommandMenu({ onEnd }: { onEnd: (act: (() => void) | null) => void }) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (!instruments.data.value) void instruments.reload();
  }, []);
  useLayoutEffect(() => input.current?.focus(), []);
  const shown = found(typed, commandsHere());
  const chosen = shown[Math.min(at, shown.length - 1)];
  useEffect(() => list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }), [chosen?.key]);

  function press(event: KeyboardEvent): void {
    if (nameOf(event) === bindings.peek().commands) {
      event.preventDefault();
      // The menu is gone before the page hears of the key: it would open it again.
      event.stopPropagation();
      return onEnd(null);
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && shown.length > 0) setAt((Math.min(at, shown.length - 1) + by + shown.length) % shown.length);
    else if (event.key === "Enter") onEnd(chosen?.act ?? (() => {}));
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title="Commands" class="commands" onClose={() => onEnd(null)}>
      <input
        ref={input}
        role="combobox"
        aria-label="Command"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen && `${id}-${shown.indexOf(chosen)}`}
        placeholder="An action, a page, a market"
        autocomplete="off"
        value={typed}
        onKeyDown={press}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
      />
      <ul id={`${id}-list`} role="listbox" aria-label="Commands" ref={list}>
        {shown.map((each, index) => <Line key={each.key} id={`${id}-${index}`} command={each} isChosen={each === chosen} onPick={() => onEnd(each.act)} />)}
      </ul>
      {shown.length === 0 && <p class="none" role="status">Nothing has this name.</p>}
    </Dialog>
  );
}

function Line({ id, command, isChosen, onPick }: { id: string; command: Command; isChosen: boolean; onPick: () => void }) {
  return (
    <li id={id} role="option" aria-selected={isChosen} onClick={onPick}>
      <span>{command.words}</span>
      <small>{command.kind}</small>
      {command.shortcut && <kbd>{command.shortcut}</kbd>}
    </li>
  );
}
