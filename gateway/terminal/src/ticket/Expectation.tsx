import { grouped, sentence, trimmed } from "../decimal/words";
import type { Watch } from "../market/watch";
import { draft } from "./draft";
import { previewOf } from "./preview";
import { rehearsal, rehearsalProblem } from "./rehearsal";

/** What the order would do, cost and hold: from the book on the screen, and in the venue's own words. */
export function Expectation({ watch }: { watch: Watch }) {
  void watch.drawn.value;
  const preview = previewOf(draft.value, watch);
  const told = rehearsal.value;
  const refused = rehearsalProblem.value;
  return (
    <dl class="facts expectation" aria-label="What the order would do" data-testid="expectation">
      <dt>Takes at once</dt>
      <dd>{preview ? `${trimmed(preview.filled)}${preview.isAll ? "" : " of it"}` : "nothing"}</dd>
      <dt>Average</dt>
      <dd>{preview ? grouped(preview.average) : "–"}</dd>
      <dt>Worst price</dt>
      <dd class={preview && preview.levels > 5 ? "warn" : ""}>{preview ? `${grouped(preview.worst)} (${preview.levels} lvl)` : "–"}</dd>
      <dt>Fee</dt>
      <dd>{told?.fee ? `${trimmed(told.fee)} ${told.feeAsset ?? ""}` : "–"}</dd>
      <dt>Holds</dt>
      <dd>{told?.hold ? `${trimmed(told.hold)} ${told.holdAsset ?? ""}` : "–"}</dd>
      <dt>The venue</dt>
      <dd class={told?.accepted ? "up" : told || refused ? "down" : ""} data-testid="verdict">
        {told ? (told.accepted ? "would accept" : sentence(told.reason)) : (refused?.message ?? "–")}
      </dd>
    </dl>
  );
}
