import { api } from "../api/api";
import { Refusal } from "../controls/Refusal";
import { dayAndClock } from "../decimal/moments";
import { hexLines } from "../explorer/hex";
import type { OneFrame } from "../explorer/shapes";
import { useQuery } from "../query/query";

/** One frame to the last byte: in words, as it was said, and in hexadecimal. */
export function RawFrame({ at }: { at: number }) {
  const told = useQuery(() => api.get<OneFrame>(`/journal/frames/${at}`), [at]);
  const one = told.data.value;
  if (told.problem.value) return <Refusal problem={told.problem.value} />;
  if (!one) return <p class="none" aria-busy="true">Loading…</p>;
  const { frame } = one;
  return (
    <>
      <dl class="facts">
        <dt>Frame</dt><dd>#{frame.sequence}, {dayAndClock(frame.time)}</dd>
        <dt>Length</dt><dd>{frame.length} bytes</dd>
        <dt>Life of the writer</dt><dd>{frame.epoch}</dd>
        <dt>Checksum</dt><dd><code>{one.crc}</code></dd>
        <dt>Its hash</dt><dd><code>{frame.hash}</code></dd>
        <dt>Hash of the frame before</dt><dd><code>{frame.previousHash}</code></dd>
        <dt>On the device when it was written</dt><dd>#{one.durableSequence}</dd>
        {frame.hidden > 0 && <><dt>Events that are others' business</dt><dd>{frame.hidden}</dd></>}
      </dl>
      <h3>In words</h3>
      {one.words.map((line, index) => <p key={index} class="words">{line}</p>)}
      <h3>As it was said</h3>
      <pre class="hexes">{JSON.stringify({ request: frame.request, command: frame.command, events: frame.events }, null, 2)}</pre>
      {one.hex !== null && (
        <>
          <h3>Bytes</h3>
          <pre class="hexes">{hexLines(one.hex).map((line) => <div key={line.at}><i>{line.at}</i>  {line.bytes.padEnd(48)}  <i>{line.text}</i></div>)}</pre>
        </>
      )}
    </>
  );
}
