import { useState } from "preact/hooks";
import { ChoiceField, Field } from "../controls/Field";
import { sentence, trimmed } from "../decimal/words";
import { instant } from "../explorer/view";
import { propose, proposed, sendBecause } from "./act";
import { onMarket } from "./impact";
import type { Term } from "./MarketsView";
import type { Told } from "./ParameterPane";
import { inForce, PARAMETERS, titleOf, unitOf, wrongValue } from "./parameters";

const WHEN = [["", "At once"], ["PRE_OPEN", "With the next session (pre-open)"], ["CLOSED", "With the next close"], ["CALL", "With the next call"], ["TIME", "At a time"]] as const;
const OPTIONS = PARAMETERS.flatMap(([subject, names]) => names.map((name) => [name, `${subject}: ${titleOf(name).toLowerCase()}`] as const));

/** Steps change between sessions, as everybody reckons with them; all else at once, unless it is told otherwise. */
function usualTime(name: string): string {
  return name === "TICK" || name === "LOT" ? "PRE_OPEN" : "";
}

/** One parameter, its new value, and from when on. */
export function ParameterForm({ term, told, after }: { term: Term; told: Told; after: () => unknown }) {
  const { symbol } = term;
  const [parameter, setParameter] = useState<string>("COLLAR_TICKS");
  const [value, setValue] = useState("");
  const [when, setWhen] = useState("");
  const [at, setAt] = useState("");
  const wrong = wrongValue(parameter, value.trim());
  const now = inForce(parameter, told.parameters, term);
  const isLater = when !== "";
  const isReady = !wrong && (when !== "TIME" || instant(at) !== "");
  function go(): void {
    const change = { parameter, value: value.trim() || null };
    const time = when === "TIME" ? { at: instant(at) } : isLater ? { atPhase: when } : {};
    const title = titleOf(parameter).toLowerCase();
    proposed.value = {
      title: `Change ${title} of ${symbol}`, word: symbol, after,
      words: isLater ? "It is written down now and done then; until it is, it can be withdrawn." : "New orders are held to it, at once; those that stand are left alone.",
      impact: async () => [
        { what: `${titleOf(parameter)} now`, value: trimmed(now ?? "none") },
        { what: "Then", value: value.trim() || "none", isGrave: true },
        { what: "From", value: when === "TIME" ? at.replace("T", " ") : isLater ? `the next ${sentence(when).toLowerCase()} on` : "now on" },
        ...(await onMarket(term)),
      ],
      send: (reason) => sendBecause(reason, `/admin/instruments/${symbol}/parameters`, { ...change, ...time }),
      // A proposal is done when it is approved, and knows no later time.
      ...(isLater ? {} : { propose: (reason: string) => propose(reason, { subject: "INSTRUMENT_PARAMETER", symbol, ...change }) }),
    };
  }
  return (
    <form
      aria-label={`Change a term of ${symbol}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) go();
      }}
    >
      <ChoiceField
        label="Parameter" name="parameter" value={parameter} options={OPTIONS}
        onInput={(next) => {
          setParameter(next);
          setWhen(usualTime(next));
        }}
      />
      <Field label={`Value, ${unitOf(parameter)}`} name="value" isNumber value={value} onInput={setValue} wrong={wrong} placeholder="nothing takes it away" hint={`Now: ${trimmed(now ?? "none")}`} />
      <ChoiceField label="In force" name="when" value={when} onInput={setWhen} options={WHEN} />
      {when === "TIME" && <Field label="From" name="at" type="datetime-local" value={at} onInput={setAt} />}
      <div class="actions"><button type="submit" disabled={!isReady}>Change…</button></div>
    </form>
  );
}
