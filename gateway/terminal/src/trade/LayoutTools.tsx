import { chosen, choose, resetLayout, USUAL } from "./layouts";

/** Which of the kept layouts it is; always a way back; the keys. */
export function LayoutTools({ onKeys }: { onKeys: () => void }) {
  return (
    <span class="layouts row" role="group" aria-label="Layout">
      {USUAL.map((_, at) => (
        <button type="button" key={at} class="quiet" aria-pressed={chosen.value === at} aria-label={`Layout ${at + 1}`} title="Layouts ([ and ])" onClick={() => choose(at)}>
          {at + 1}
        </button>
      ))}
      <button type="button" class="quiet" onClick={resetLayout}>Reset layout</button>
      <button type="button" class="quiet" aria-label="Keys" title="Keys (?)" onClick={onKeys}>?</button>
    </span>
  );
}
