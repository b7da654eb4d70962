import { Check, ChoiceField, Field } from "../controls/Field";
import { type Draft, draft, type } from "./draft";
import type { Faults } from "./checks";
import { isTrailing, isTriggered, mayRest } from "./terms";

interface Shown {
  faults: Faults;
  /** The field that the venue refused, and why. */
  refused: Faults;
}

type Text = { [K in keyof Draft]: Draft[K] extends string ? K : never }[keyof Draft];

function Typed({ name, label, faults, refused, hint }: Shown & { name: Text; label: string; hint?: string }) {
  return (
    <Field
      label={label}
      name={name}
      isNumber
      value={draft.value[name]}
      onInput={(value) => type(name, value)}
      wrong={faults[name] ?? refused[name]}
      hint={hint}
    />
  );
}

/** When it comes to life: trigger, trail, peg. */
export function TriggerTerms(shown: Shown) {
  const now = draft.value;
  if (now.type === "PEGGED") {
    return (
      <div class="row">
        <ChoiceField label="Follows" name="pegReference" value={now.pegReference} onInput={(value) => type("pegReference", value)} options={[["PRIMARY", "Own side"], ["MARKET", "Other side"], ["MID", "Middle"]]} />
        <Typed {...shown} name="pegOffsetTicks" label="Offset, ticks" />
      </div>
    );
  }
  if (!isTriggered(now.type)) return null;
  return (
    <>
      {isTrailing(now.type)
        ? (
          <>
            <div class="row">
              <Typed {...shown} name="trailing" label={now.isTrailingBps ? "Trail, basis points" : "Trail, ticks"} />
              <ChoiceField label="Unit" name="trailingUnit" value={now.isTrailingBps ? "bps" : "ticks"} onInput={(value) => type("isTrailingBps", value === "bps")} options={[["bps", "Basis points"], ["ticks", "Ticks"]]} />
            </div>
            <Typed {...shown} name="activationPrice" label="Active from price" hint="At once without" />
          </>
        )
        : <Typed {...shown} name="triggerPrice" label="Trigger price" />}
      <ChoiceField label="Watches" name="triggerSource" value={now.triggerSource} onInput={(value) => type("triggerSource", value)} options={[["LAST", "Last trade"], ["MARK", "Mark price"], ["BEST", "Best price"]]} />
    </>
  );
}

/** What few orders need; open where something in it is set. */
export function MoreTerms(shown: Shown) {
  const now = draft.value;
  return (
    <details>
      <summary>More terms</summary>
      <div class="stack">
        {mayRest(now) && (
          <>
            <Typed {...shown} name="displayQuantity" label="Shown at a time (iceberg)" />
            <Check label="Hidden" value={now.hidden} onInput={(value) => type("hidden", value)} />
            {shown.refused["hidden"] && <span class="down">{shown.refused["hidden"]}</span>}
          </>
        )}
        <Typed {...shown} name="minQuantity" label="Least quantity" />
        <Check label="All or none" value={now.allOrNone} onInput={(value) => type("allOrNone", value)} />
        <Check label="Reduce only" value={now.reduceOnly} onInput={(value) => type("reduceOnly", value)} />
        {shown.refused["reduceOnly"] && <span class="down">{shown.refused["reduceOnly"]}</span>}
        <ChoiceField
          label="Own orders on the other side"
          name="selfTradePrevention"
          value={now.selfTradePrevention}
          onInput={(value) => type("selfTradePrevention", value)}
          options={[["ACCOUNT_DEFAULT", "As the account has it"], ["CANCEL_NEWEST", "Cancel this one"], ["CANCEL_OLDEST", "Cancel the older"], ["CANCEL_BOTH", "Cancel both"], ["DECREMENT", "Reduce both"], ["NONE", "Trade"]]}
        />
      </div>
    </details>
  );
}
