import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { secondFactorFrom } from "../api/request";
import type { Problem } from "../api/problem";
import { Dialog } from "../controls/Dialog";
import { Field } from "../controls/Field";

interface Question {
  problem: Problem;
  answer: (code: string | null) => void;
}

const question = signal<Question | null>(null);

secondFactorFrom((problem) => new Promise((answer) => {
  // One is asked at a time: what waited before is left, and its form says so.
  question.value?.answer(null);
  question.value = { problem, answer };
}));

/** What is sensitive asks for a code of the second factor, wherever it is sent from. */
export function CodeDialog() {
  const asked = question.value;
  return asked && <Form key={asked.problem.correlationId ?? ""} asked={asked} />;
}

function Form({ asked }: { asked: Question }) {
  const [code, setCode] = useState("");
  function end(answer: string | null): void {
    question.value = null;
    asked.answer(answer);
  }
  return (
    <Dialog title="Second factor" onClose={() => end(null)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim()) end(code.trim());
        }}
      >
        <Field label="Code" name="X-Second-Factor" inputMode="numeric" autocomplete="one-time-code" value={code} onInput={setCode} hint={asked.problem.message} autofocus />
        <div class="actions">
          <button type="button" onClick={() => end(null)}>Leave it</button>
          <button type="submit" class="main">Go on</button>
        </div>
      </form>
    </Dialog>
  );
}
