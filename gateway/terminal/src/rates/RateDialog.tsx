import { useState } from "preact/hooks";
import { proposed, sendBecause } from "../control/act";
import { Dialog } from "../controls/Dialog";
import { Field } from "../controls/Field";
import { HEAVIEST, MOST, type Plan, wrongWhole } from "./shapes";

/** What is to be changed, and what it is now. */
export type Edited = { readonly title: string; readonly path: string; readonly word: string } & (
  | { readonly kind: "plan"; readonly plan: Plan }
  | { readonly kind: "share"; readonly percent: number }
  | { readonly kind: "weight"; readonly method: string; readonly route: string; readonly weight: number }
);

interface Entry { readonly name: string; readonly label: string; readonly least: number; readonly most: number; readonly now: number }

export function entriesOf(edited: Edited): Entry[] {
  switch (edited.kind) {
    case "plan": return [
      { name: "perSecond", label: "Weight a second", least: 1, most: MOST, now: edited.plan.perSecond },
      { name: "burst", label: "Weight at once", least: HEAVIEST, most: MOST, now: edited.plan.burst },
    ];
    case "share": return [{ name: "percent", label: "Percent of the plan", least: 1, most: 100, now: edited.percent }];
    case "weight": return [{ name: "weight", label: "Weight of one request", least: 1, most: HEAVIEST, now: edited.weight }];
  }
}

/** New numbers; what they mean is shown, and a reason asked for, behind it. */
export function RateDialog({ edited, onClose, after }: { edited: Edited; onClose: () => void; after: () => unknown }) {
  const entries = entriesOf(edited);
  const [typed, setTyped] = useState<Record<string, string>>(() => Object.fromEntries(entries.map(({ name, now }) => [name, String(now)])));
  const wrong = ({ name, least, most }: Entry): string | null => wrongWhole(typed[name] ?? "", least, most);
  const isReady = entries.every((each) => !wrong(each)) && entries.some(({ name, now }) => Number(typed[name]) !== now);
  function go(): void {
    onClose();
    const numbers = Object.fromEntries(entries.map(({ name }) => [name, Number(typed[name])]));
    const body = edited.kind === "weight" ? { method: edited.method, path: edited.route, ...numbers } : numbers;
    proposed.value = {
      title: `Change: ${edited.title}`, word: edited.word, after,
      words: "In force with the next request, and kept over a restart. What was used up so far is counted anew.",
      impact: () => Promise.resolve(entries.flatMap(({ label, name, now }) => [
        { what: `${label}, now`, value: now.toLocaleString("en-US") },
        { what: `${label}, then`, value: Number(typed[name]).toLocaleString("en-US"), isGrave: Number(typed[name]) !== now },
      ])),
      send: (reason) => sendBecause(reason, `/admin/limits/requests/${edited.path}`, body, "PUT"),
    };
  }
  return (
    <Dialog title={edited.title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) go();
        }}
      >
        {entries.map((each) => (
          <Field key={each.name} label={each.label} name={each.name} isNumber value={typed[each.name] ?? ""} wrong={wrong(each)} hint={`Now: ${each.now.toLocaleString("en-US")}`} onInput={(value) => setTyped((before) => ({ ...before, [each.name]: value }))} />
        ))}
        <div class="actions">
          <button type="button" onClick={onClose}>Leave it</button>
          <button type="submit" class="main" disabled={!isReady}>Go on</button>
        </div>
      </form>
    </Dialog>
  );
}
