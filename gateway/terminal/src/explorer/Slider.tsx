import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { api } from "../api/api";
import { Refusal } from "../controls/Refusal";
import { dayAndClock } from "../decimal/moments";
import { useQuery } from "../query/query";
import { pair, theme } from "../theme/theme";
import { paintTimeline } from "./timeline";
import type { Density } from "./shapes";
import { head, here, pace, play, seek, step, stepByKey } from "./steps";
import { show, view } from "./view";

const PACES = [1, 10, 100];

/** All of history as a line: how much lies where, what stands out, and where the reader is. */
export function Slider() {
  const told = useQuery(() => api.get<Density>("/journal/density", { slices: 240 }), [], { everyMillis: 10_000 });
  const density = told.data.value;
  useEffect(play, []);
  useEffect(() => {
    if (density && density.head > head.value) head.value = density.head;
  }, [density]);
  const at = here();
  const slice = density?.slices.find((each) => at >= each.first && at <= each.last);
  return (
    <section class="pane timeline" aria-label="History">
      <div class="row">
        <button type="button" aria-label="One of this type back" title="Ctrl ←" onClick={() => void seek(false)}>«</button>
        <button type="button" aria-label="−10 frames" title="Page down" onClick={() => step(-10)}>−10</button>
        <button type="button" aria-label="One frame back" title="←" onClick={() => step(-1)}>‹</button>
        <output class="mono" aria-label="Frame that is shown">#{at.toLocaleString("en-US")}</output>
        <button type="button" aria-label="One frame on" title="→" onClick={() => step(1)}>›</button>
        <button type="button" aria-label="+10 frames" title="Page up" onClick={() => step(10)}>+10</button>
        <button type="button" aria-label="One of this type on" title="Ctrl →" onClick={() => void seek(true)}>»</button>
        {PACES.map((each) => (
          <button key={each} type="button" aria-pressed={pace.value === each} aria-label={`Play ${each} frames a second`} onClick={() => (pace.value = pace.value === each ? 0 : each)}>{each}×</button>
        ))}
        <span class="dim">{slice ? dayAndClock(slice.from) : ""}</span>
        <span class="stretch" />
        <span class="dim">of #{head.value.toLocaleString("en-US")}</span>
        <button type="button" onClick={() => show({ seq: null })}>Newest</button>
      </div>
      <Refusal problem={told.problem.value} />
      <div class="scale">
        <Line density={density} />
        <input
          type="range" aria-label="Frame" min={1} max={Math.max(1, head.value)} value={at}
          aria-valuetext={`frame ${at} of ${head.value}`}
          onInput={(event) => show({ seq: Number(event.currentTarget.value) })}
          onKeyDown={stepByKey}
        />
      </div>
      {density && density.marks.length > 0 && (
        <div class="marks" role="group" aria-label="Places that stand out">
          {density.marks.slice(-12).map((mark) => (
            <button key={`${mark.kind}${mark.sequence}`} type="button" class="quiet" title={mark.words} onClick={() => show({ seq: Math.max(1, mark.sequence) })}>
              <i class={`mark-${mark.kind}`} />{mark.kind.toLowerCase()}{mark.symbol ? ` ${mark.symbol}` : ""} #{mark.sequence}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

function Line({ density }: { density: Density | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element || !density) return;
    const paint = (): void => paintTimeline(element, density, here(), [view.value.a, view.value.b]);
    const sized = new ResizeObserver(paint);
    sized.observe(element);
    const end = effect(() => {
      void [theme.value, pair.value, head.value];
      paint();
    });
    return () => {
      sized.disconnect();
      end();
    };
  }, [density]);
  return <canvas ref={canvas} aria-hidden="true" />;
}
