import { useState } from "preact/hooks";
import { api } from "../api/api";
import { proposed, removeBecause, sendBecause } from "../control/act";
import { ActDialog } from "../control/ActDialog";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence } from "../decimal/words";
import { useQuery } from "../query/query";
import { hasRole } from "../session/session";
import { RuleForm } from "./RuleForm";
import { ACTION_TONES, bodyOf, draftOf, type Rule, whereOf } from "./rules";

const COLUMNS: readonly Column<Rule>[] = [
  { title: "Rule", isNumber: true, of: (each) => each.id },
  { title: "Name", of: (each) => each.name ?? "–" },
  { title: "Type", of: (each) => sentence(each.type) },
  { title: "Limit", isNumber: true, of: (each) => each.limit ?? (each.from ? `${each.from} – ${each.to}` : "–") },
  { title: "For", of: whereOf },
  { title: "Does", of: (each) => [each.action, ...(each.escalate ?? []).map((step) => step.action)].map((action, at) => <span key={at} class={`badge ${ACTION_TONES[action] ?? ""}`}>{at > 0 ? `${each.escalate?.[at - 1]?.breaches}× ` : ""}{sentence(action)}</span>) },
  { title: "Severity", of: (each) => sentence(each.severity), class: () => "dim" },
  { title: "Breaches", isNumber: true, of: (each) => each.breachCount, class: (each) => (each.breachCount > 0 ? "warn" : "") },
  { title: "Last", of: (each) => dayAndClock(each.lastBreachAt), class: () => "dim" },
  { title: "State", of: (each) => <span class={`badge ${each.enabled ? "good" : ""}`}>{each.enabled ? "On" : "Off"}</span> },
];

/** Risk rules: what is measured of every order, where the limit is, and what happens beyond it. */
export function RulesView() {
  const [edited, setEdited] = useState<Rule | "new" | null>(null);
  const told = useQuery(() => api.get<{ items: Rule[] }>("/risk-rules"), [], { everyMillis: 3_000 });
  const mayChange = hasRole("ADMIN", "RISK");
  const reload = (): unknown => told.reload();
  const columns = mayChange ? [...COLUMNS, actsOf(setEdited, reload)] : COLUMNS;
  return (
    <>
      <Refusal problem={told.problem.value} />
      <Pane title="Risk rules" isFlush tools={mayChange && <button type="button" class="main" onClick={() => setEdited("new")}>New rule</button>}>
        <Table name="Risk rules" rows={told.data.value?.items} columns={columns} keyOf={(each) => each.id} empty="There is no rule yet: only the limits of accounts and markets hold." />
      </Pane>
      {edited && <RuleForm key={edited === "new" ? "new" : edited.id} rule={edited === "new" ? null : edited} onClose={() => setEdited(null)} after={reload} />}
      <ActDialog />
    </>
  );
}

function actsOf(edit: (rule: Rule) => void, after: () => unknown): Column<Rule> {
  return {
    title: "",
    of: (each) => (
      <span class="acts">
        <button type="button" aria-label={`Edit rule ${each.id}`} onClick={() => edit(each)}>Edit</button>
        <button type="button" aria-label={`${each.enabled ? "Turn off" : "Turn on"} rule ${each.id}`} onClick={() => turn(each, after)}>{each.enabled ? "Turn off" : "Turn on"}</button>
        <button type="button" aria-label={`Delete rule ${each.id}`} onClick={() => remove(each, after)}>Delete</button>
      </span>
    ),
  };
}

function facts(rule: Rule) {
  return () => Promise.resolve([
    { what: "For", value: whereOf(rule) },
    { what: "Breaches of this version", value: String(rule.breachCount), isGrave: rule.breachCount > 0 },
    { what: "Last", value: dayAndClock(rule.lastBreachAt) },
  ]);
}

function turn(rule: Rule, after: () => unknown): void {
  proposed.value = {
    title: `${rule.enabled ? "Turn off" : "Turn on"} rule ${rule.id}`, word: rule.id, after, impact: facts(rule),
    words: "A new version of the rule, which has seen no breach, is in force at once.",
    send: (reason) => sendBecause(reason, `/risk-rules/${rule.id}`, { ...bodyOf(draftOf(rule), rule), enabled: !rule.enabled }, "PUT"),
  };
}

function remove(rule: Rule, after: () => unknown): void {
  proposed.value = {
    title: `Delete rule ${rule.id}`, word: rule.id, after, impact: facts(rule),
    words: "It is asked of no order any more, and its number is never given again.",
    send: (reason) => removeBecause(reason, `/risk-rules/${rule.id}`),
  };
}

