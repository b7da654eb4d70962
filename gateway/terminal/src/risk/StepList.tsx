import type { Problem } from "../api/problem";
import { ChoiceField, Field } from "../controls/Field";
import { sentence } from "../decimal/words";
import { ACTIONS, type Draft, MOST_STEPS, nextStep, type StepDraft } from "./rules";

/** The names by which the venue refuses a step. */
export function stepFields(steps: readonly StepDraft[]): string[] {
  return steps.flatMap((_, at) => [`escalate[${at}].breaches`, `escalate[${at}].action`]);
}

interface Asked {
  draft: Draft;
  problem: Problem | null;
  change: (steps: readonly StepDraft[]) => void;
}

/** What follows when it is broken again: each step at more breaches than the one before, and harder. */
export function StepList({ draft, problem, change }: Asked) {
  const { steps } = draft;
  const set = (at: number, next: Partial<StepDraft>): void => change(steps.map((step, index) => (index === at ? { ...step, ...next } : step)));
  return (
    <>
      {steps.map((step, at) => (
        <div class="row" role="group" aria-label={`Step ${at + 1}`} key={at}>
          <Field label="From this breach on" name={`escalate[${at}].breaches`} problem={problem} isNumber value={step.breaches} onInput={(breaches) => set(at, { breaches })} />
          <ChoiceField label="Then" name={`escalate[${at}].action`} problem={problem} value={step.action} onInput={(action) => set(at, { action })} options={ACTIONS.map((each) => [each, sentence(each)] as const)} />
          <button type="button" aria-label={`Take away step ${at + 1}`} onClick={() => change(steps.filter((_, index) => index !== at))}>Take away</button>
        </div>
      ))}
      <div class="row">
        <button type="button" disabled={steps.length >= MOST_STEPS} onClick={() => change([...steps, nextStep(draft)])}>Add a step</button>
        <span class="dim">{steps.length === 0 ? "A breach is answered the same way every time" : `${steps.length} of ${MOST_STEPS} steps`}</span>
      </div>
    </>
  );
}
