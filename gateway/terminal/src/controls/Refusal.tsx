import type { Problem } from "../api/problem";

/** What the venue refused, where no field of this form is at fault: its own words, its code, and the id under which it is logged. */
export function Refusal({ problem, fields = [] }: { problem: Problem | null; fields?: readonly string[] }) {
  if (!problem || (problem.field !== null && fields.includes(problem.field))) return null;
  return (
    <p class="refusal" role="alert">
      {problem.field && <b>{problem.field}: </b>}
      {problem.message}
      <small>
        {problem.code}
        {problem.correlationId && ` · ${problem.correlationId}`}
      </small>
    </p>
  );
}
