import "./plot.css";
import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import { pair, theme } from "../theme/theme";
import { isoLike, styled, type Lines } from "./lines";

interface Asked extends Lines {
  /** What it shows, told to who does not see it. */
  name: string;
  /** Columns: x first, then a line each; null where there is nothing. */
  data: uPlot.AlignedData;
  height?: number;
  /** Said while there is no line to see. */
  waiting?: string;
}

/** Lines over time or over a number. Its colours are the theme's; what it is made of is set when it appears. */
export function Plot({ name, data, height = 190, waiting = "Nothing to show yet", ...lines }: Asked) {
  const box = useRef<HTMLDivElement>(null);
  const made = useRef<uPlot | null>(null);
  const newest = useRef(data);
  newest.current = data;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const end = effect(() => {
      void [theme.value, pair.value];
      made.current?.destroy();
      made.current = new uPlot({ width: Math.max(200, element.clientWidth), height, fmtDate: (words) => uPlot.fmtDate(isoLike(words)), ...styled(lines) }, newest.current, element);
    });
    const sized = new ResizeObserver(() => {
      if (made.current && element.clientWidth > 0) made.current.setSize({ width: element.clientWidth, height });
    });
    sized.observe(element);
    return () => {
      end();
      sized.disconnect();
      made.current?.destroy();
      made.current = null;
    };
  }, [name]);
  useEffect(() => made.current?.setData(data), [data]);
  const isEmpty = (data[0]?.length ?? 0) < 2;
  return (
    <div class="plot-box">
      <div class="plot" ref={box} role="img" aria-label={name} />
      {isEmpty && <p class="none">{waiting}</p>}
    </div>
  );
}
