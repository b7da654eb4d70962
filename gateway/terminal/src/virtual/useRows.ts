import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import { useEffect, useMemo, useReducer, useRef } from "preact/hooks";

/** Only the rows in sight of many: give `box` to what scrolls, and place each of `rows` at its `start`. */
export function useRows(count: number, height: number) {
  const box = useRef<HTMLDivElement>(null);
  const [, again] = useReducer<number, null>((times) => times + 1, 0);
  const rows = useMemo(() => new Virtualizer<HTMLDivElement, HTMLDivElement>({
    count: 0,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 8,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => again(null),
  }), []);
  rows.setOptions({ ...rows.options, count });
  useEffect(() => rows._didMount(), [rows]);
  useEffect(() => rows._willUpdate());
  return { box, rows };
}
