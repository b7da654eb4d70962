import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface Choice {
  name: string;
  tabs: readonly (readonly [key: string, title: ComponentChildren])[];
  value: string;
  onPick: (key: string) => void;
}

/** A row of tabs; arrows go from one to the next, as is usual. */
export function Tabs({ name, tabs, value, onPick }: Choice) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  // On a narrow screen the row is longer than the page: what is chosen is brought into its middle. Only the row moves.
  useEffect(() => {
    const [row, chosen] = [list.current, document.getElementById(`${id}-${value}`)];
    if (row && chosen) row.scrollLeft = chosen.offsetLeft - row.offsetLeft - (row.clientWidth - chosen.clientWidth) / 2;
  }, [value]);
  function step(event: KeyboardEvent): void {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    const at = tabs.findIndex(([key]) => key === value);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onPick(next[0]);
    document.getElementById(`${id}-${next[0]}`)?.focus();
  }
  return (
    <div ref={list} class="tabs" role="tablist" aria-label={name} onKeyDown={step}>
      {tabs.map(([key, title]) => (
        <button
          type="button"
          role="tab"
          key={key}
          id={`${id}-${key}`}
          aria-selected={key === value}
          tabIndex={key === value ? 0 : -1}
          onClick={() => onPick(key)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
