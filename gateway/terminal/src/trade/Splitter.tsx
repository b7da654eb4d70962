import { type Layout, layout, resize } from "./layouts";

const STEP = 16;

/** The edge of a pane, dragged or moved by arrows. */
export function Splitter({ of, label }: { of: keyof Layout; label: string }) {
  const isAcross = of === "blotter";
  const size = layout.value[of];
  function drag(event: PointerEvent): void {
    const bar = event.currentTarget as HTMLElement;
    bar.setPointerCapture(event.pointerId);
    const from = isAcross ? event.clientY : event.clientX;
    const begun = size;
    bar.onpointermove = (moved) => resize(of, begun - ((isAcross ? moved.clientY : moved.clientX) - from));
    bar.onpointerup = () => (bar.onpointermove = null);
  }
  function key(event: KeyboardEvent): void {
    const by = { ArrowLeft: STEP, ArrowUp: STEP, ArrowRight: -STEP, ArrowDown: -STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    resize(of, size + by);
  }
  return (
    <div
      class={`split ${isAcross ? "across" : ""}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isAcross ? "horizontal" : "vertical"}
      aria-valuenow={size}
      onPointerDown={drag}
      onKeyDown={key}
    />
  );
}
