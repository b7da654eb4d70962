import { signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { fineClock } from "../decimal/moments";
import { venue } from "../stream/venue";
import { useRows } from "../virtual/useRows";
import { FrameList } from "./frames";
import { gist } from "./gist";
import type { Frame } from "./shapes";
import { head, here, stepByKey, typeHere } from "./steps";
import { filtersOf, show, view } from "./view";

const ROW = 22;
const isFollowing = signal(true);

/** Frames that fit the filters, newest first; the list follows the head until it is told to stop. */
export function FrameListPane() {
  const filters = filtersOf(view.value);
  const key = JSON.stringify(filters);
  const list = useMemo(() => new FrameList(filters), [key]);
  const at = view.value.seq;
  useEffect(() => {
    void list.open(view.value.seq);
    const timer = setInterval(() => {
      // Who looks at the past is not taken along by what is new.
      const isNear = here() + 20 >= head.value;
      if (!document.hidden && isFollowing.value && (view.value.seq === null || isNear)) void list.follow(venue.sequence.value);
    }, 1_000);
    return () => {
      clearInterval(timer);
      list.close();
    };
  }, [list]);
  useEffect(() => {
    if (list.head.value > head.value) head.value = list.head.value;
  }, [list.head.value]);
  return (
    <Pane
      title="Frames"
      class="frames"
      isFlush
      tools={(
        <>
          <span class="dim">{list.rows.value.length.toLocaleString("en-US")} shown{list.isLoading.value ? "…" : ""}</span>
          {list.isAsking.value && !list.isLoading.value && <button type="button" onClick={() => void list.more()}>Look further back</button>}
          <button type="button" aria-pressed={isFollowing.value && at === null} onClick={() => follow(at === null && isFollowing.value)}>
            {isFollowing.value && at === null ? "Pause" : "Follow"}
          </button>
        </>
      )}
    >
      <Refusal problem={list.problem.value} />
      <Rows list={list} at={at} />
    </Pane>
  );
}

function follow(isOn: boolean): void {
  isFollowing.value = !isOn;
  show({ seq: isOn ? head.value : null });
}

function Rows({ list, at }: { list: FrameList; at: number | null }) {
  const frames = list.rows.value;
  const { box, rows } = useRows(frames.length, ROW);
  const items = rows.getVirtualItems();
  const chosen = at === null ? -1 : frames.findIndex((frame) => frame.sequence === at);
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (frames.length > 0 && last >= frames.length - 10) void list.more();
  }, [last, frames.length]);
  useEffect(() => {
    typeHere.value = frames[chosen]?.type ?? null;
    const near = at === null || chosen >= 0 ? chosen : frames.findIndex((frame) => frame.sequence < at);
    if (near >= 0 && !(chosen < 0 && isOutside(frames, at ?? 0))) rows.scrollToIndex(near, { align: "auto" });
    else if (at !== null && frames.length > 0 && !list.isLoading.value && isOutside(frames, at)) void list.open(at);
  }, [chosen, at, frames.length === 0]);
  return (
    <div class="list" ref={box} role="listbox" aria-label="Frames" tabIndex={0} aria-activedescendant={chosen >= 0 ? `frame-${at}` : undefined} onKeyDown={stepByKey}>
      {frames.length === 0 && <p class="none" role="option" aria-selected={false}>{list.isLoading.value ? "Looking…" : list.isAsking.value ? "None found so far." : "No frame fits."}</p>}
      <div class="height" role="presentation" style={{ height: `${rows.getTotalSize()}px` }}>
        {items.map((item) => {
          const frame = frames[item.index];
          return frame && <Row key={frame.sequence} frame={frame} start={item.start} isChosen={frame.sequence === at} />;
        })}
      </div>
    </div>
  );
}

function isOutside(frames: readonly Frame[], at: number): boolean {
  return at > (frames[0]?.sequence ?? 0) || at < (frames.at(-1)?.sequence ?? 0);
}

function Row({ frame, start, isChosen }: { frame: Frame; start: number; isChosen: boolean }) {
  return (
    <div class={`frame ${frame.refused ? "refused" : ""}`} id={`frame-${frame.sequence}`} role="option" aria-selected={isChosen} style={{ transform: `translateY(${start}px)` }} onClick={() => show({ seq: frame.sequence })}>
      <span class="right mono">{frame.sequence}</span>
      <span class="dim mono">{fineClock(frame.time)}</span>
      <b>{frame.type ?? "another's"}</b>
      <span>{frame.symbol ?? ""}</span>
      <span class="right">{frame.account ?? ""}</span>
      <span class="dim" title={frame.summary}>{frame.refused ? <em class="down">{frame.refused} </em> : null}{gist(frame)}</span>
    </div>
  );
}
