import { useState } from "preact/hooks";
import { REASON_MOST, sendBecause } from "../control/act";
import type { Problem } from "../api/problem";
import { Check, ChoiceField, Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { sentence } from "../decimal/words";
import { useSubmission } from "../query/submission";
import { say } from "../shell/notes";
import { ACTIONS, bodyOf, type Draft, draftOf, EMPTY, type Rule, SEVERITIES, TYPES } from "./rules";
import { RuleTest } from "./RuleTest";
import { stepFields, StepList } from "./StepList";

const FIELDS = ["name", "type", "limit", "windowMillis", "from", "to", "coolDownMillis", "scope.account", "scope.symbol", "scope.asset", "action", "severity"];

/** A rule as a form; tried against an order before it is kept. */
export function RuleForm({ rule, onClose, after }: { rule: Rule | null; onClose: () => void; after: () => unknown }) {
  const [draft, setDraft] = useState<Draft>(() => (rule ? draftOf(rule) : EMPTY));
  const [reason, setReason] = useState("");
  const save = useSubmission(async () => {
    const body = bodyOf(draft, rule);
    const kept = rule ? await sendBecause<Rule>(reason, `/risk-rules/${rule.id}`, body, "PUT") : await sendBecause<Rule>(reason, "/risk-rules", body);
    say(`Rule ${kept.id} is in force`, "good");
    onClose();
    await after();
  });
  const problem = save.problem.value;
  return (
    <Pane title={rule ? `Rule ${rule.id}, version ${rule.version}` : "New rule"} tools={<button type="button" class="quiet" onClick={onClose}>Close</button>}>
      <div class="columns wide">
        <form
          aria-label="Rule"
          onSubmit={(event) => {
            event.preventDefault();
            void save.send();
          }}
        >
          <RuleFields draft={draft} change={(next) => setDraft((before) => ({ ...before, ...next }))} problem={problem} />
          <Field label="Reason" name="reason" value={reason} onInput={setReason} required maxLength={REASON_MOST} hint="For the audit list" />
          <Refusal problem={problem} fields={[...FIELDS, ...stepFields(draft.steps)]} />
          <div class="actions"><button type="submit" class="main" disabled={save.isPending.value}>{rule ? "Keep as a new version" : "Make the rule"}</button></div>
        </form>
        <RuleTest rule={() => bodyOf(draft, rule)} />
      </div>
    </Pane>
  );
}

function choices(words: readonly string[]) {
  return words.map((each) => [each, sentence(each)] as const);
}

function RuleFields({ draft, change, problem }: { draft: Draft; change: (next: Partial<Draft>) => void; problem: Problem | null }) {
  const type = TYPES[draft.type];
  const text = (key: Exclude<keyof Draft, "steps">, name: string = key) => ({ name, problem, value: String(draft[key]), onInput: (value: string) => change({ [key]: value }) });
  return (
    <>
      <div class="row">
        <Field label="Name" {...text("name")} maxLength={32} />
        <ChoiceField label="Type" {...text("type")} options={choices(Object.keys(TYPES))} />
      </div>
      <div class="row">
        {draft.type === "ALLOWED_HOURS"
          ? <><Field label="From, UTC" {...text("from")} placeholder="08:00" /><Field label="To, UTC" {...text("to")} placeholder="18:00" /></>
          : <Field label="Limit" isNumber {...text("limit")} hint={type?.unit} />}
        {draft.type === "MAX_ORDER_RATE" && <Field label="Window, seconds" isNumber {...text("windowSeconds", "windowMillis")} />}
        <Field label="Cool-down, seconds" isNumber {...text("coolDownSeconds", "coolDownMillis")} hint="Breaches in it do not count" />
      </div>
      <div class="row">
        <Field label="Account" {...text("account", "scope.account")} placeholder="everybody" inputMode="numeric" />
        {type?.by !== "asset" && type?.by !== "neither" && <Field label="Market" {...text("symbol", "scope.symbol")} placeholder="BTC-USD" />}
        {(type?.by === "asset" || type?.by === "either") && <Field label="Asset" {...text("asset", "scope.asset")} placeholder="USD" />}
      </div>
      <div class="row">
        <ChoiceField label="Beyond the limit" {...text("action")} options={choices(ACTIONS)} />
        <ChoiceField label="Severity" {...text("severity")} options={choices(SEVERITIES)} />
      </div>
      <StepList draft={draft} problem={problem} change={(steps) => change({ steps })} />
      <Check label="In force" value={draft.enabled} onInput={(enabled) => change({ enabled })} />
    </>
  );
}
