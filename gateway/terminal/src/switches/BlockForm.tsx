import { useState } from "preact/hooks";
import { proposed, sendBecause } from "../control/act";
import { Check, ChoiceField, Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { sentence } from "../decimal/words";
import { blocks } from "./blocks";
import { onScope, type Scope, SCOPES, TARGETS } from "./touched";

/** The kill switch, for everything that orders can be told apart by; and the milder one. */
export function BlockForm() {
  const [scope, setScope] = useState<Scope>("ACCOUNT");
  const [target, setTarget] = useState("");
  const [cancels, setCancels] = useState(true);
  const name = target.trim();
  const of = `${sentence(scope).toLowerCase()} ${name}`;
  function ask(kind: "kill" | "suspend"): void {
    const isKill = kind === "kill";
    proposed.value = {
      title: `${isKill ? "Kill" : "Suspend"} ${of}`, word: name,
      words: isKill
        ? "All open orders of it are cancelled and new ones refused, at once. To let it in again takes two administrators."
        : `New orders of it are refused; its open orders ${cancels ? "are cancelled" : "stay and may be cancelled"}. One administrator may let it in again.`,
      impact: () => onScope(scope, name),
      send: (reason) => sendBecause(reason, `/admin/${kind}`, isKill ? { scope, target: name } : { scope, target: name, cancelOpenOrders: cancels }),
      after: () => blocks.reload(),
    };
  }
  const canSuspend = scope === "ACCOUNT" || scope === "FIRM";
  return (
    <Pane title="Hold back">
      <form
        aria-label="Hold back"
        onSubmit={(event) => {
          event.preventDefault();
          if (name) ask("kill");
        }}
      >
        <div class="row">
          <ChoiceField label="Scope" name="scope" value={scope} onInput={(next) => setScope(next as Scope)} options={SCOPES.map((each) => [each, sentence(each)] as const)} />
          <Field label={TARGETS[scope]} name="target" value={target} onInput={setTarget} />
        </div>
        {canSuspend && <Check label="A suspension cancels its open orders, too" value={cancels} onInput={setCancels} />}
        <div class="actions">
          {canSuspend && <button type="button" disabled={!name} onClick={() => ask("suspend")}>Suspend…</button>}
          <button type="submit" class="danger" disabled={!name}>Kill…</button>
        </div>
      </form>
    </Pane>
  );
}
