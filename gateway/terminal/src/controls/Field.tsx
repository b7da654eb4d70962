import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Problem } from "../api/problem";

interface Around {
  label: string;
  /** The field's name in the API: a refusal that names it is shown here. */
  name: string;
  problem?: Problem | null | undefined;
  /** What this page itself finds wrong. */
  wrong?: string | null | undefined;
  hint?: ComponentChildren;
}

interface Input extends Around {
  value: string;
  onInput: (value: string) => void;
  type?: "text" | "email" | "password" | "datetime-local";
  /** A decimal: right-aligned, with the keyboard of numbers. */
  isNumber?: boolean;
  inputMode?: "text" | "numeric" | "decimal";
  autocomplete?: string;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  autofocus?: boolean;
  maxLength?: number;
  id?: string;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** What is wrong with a field: what the page found, or what the venue refused at it. */
export function wrongAt(name: string, problem: Problem | null | undefined, wrong?: string | null): string | null {
  if (wrong) return wrong;
  return problem?.field === name ? problem.message : null;
}

/** A label, an input, and below it what is wrong with it. */
export function Field({ label, name, problem, wrong, hint, onInput, isNumber, inputMode, ...rest }: Input) {
  const made = useId();
  const id = rest.id ?? made;
  const fault = wrongAt(name, problem, wrong);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        name={name}
        autocomplete="off"
        {...(rest as object)}
        id={id}
        class={isNumber ? "number" : undefined}
        inputMode={isNumber ? "decimal" : inputMode}
        aria-invalid={fault ? "true" : undefined}
        aria-describedby={fault ? `${id}-wrong` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {fault ? <span class="wrong" id={`${id}-wrong`}>{fault}</span> : hint && <span class="hint">{hint}</span>}
    </div>
  );
}

interface Choice extends Around {
  value: string;
  onInput: (value: string) => void;
  /** What is sent, and how it is shown. */
  options: readonly (readonly [string, string])[];
  disabled?: boolean;
}

export function ChoiceField({ label, name, problem, wrong, hint, value, onInput, options, disabled }: Choice) {
  const id = useId();
  const fault = wrongAt(name, problem, wrong);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        value={value}
        disabled={disabled}
        aria-invalid={fault ? "true" : undefined}
        aria-describedby={fault ? `${id}-wrong` : undefined}
        onChange={(event) => onInput(event.currentTarget.value)}
      >
        {options.map(([sent, shown]) => <option key={sent} value={sent}>{shown}</option>)}
      </select>
      {fault ? <span class="wrong" id={`${id}-wrong`}>{fault}</span> : hint && <span class="hint">{hint}</span>}
    </div>
  );
}

export function Check({ label, value, onInput }: { label: string; value: boolean; onInput: (value: boolean, box: HTMLInputElement) => void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={value} onChange={(event) => onInput(event.currentTarget.checked, event.currentTarget)} />
      {label}
    </label>
  );
}
