import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Problem } from "../api/problem";
import { Dialog } from "./Dialog";
import { Field } from "./Field";
import { Refusal } from "./Refusal";

interface Asked {
  title: string;
  /** What it will do, to whom: shown before anything is typed. */
  children: ComponentChildren;
  /** Has to be typed to the letter before it is sent. */
  word: string;
  /** Whether a reason has to be given, too. */
  needsReason?: boolean;
  problem: Problem | null;
  isPending: boolean;
  onSend: (reason: string) => void;
  onClose: () => void;
}

/** Something dangerous: its impact first, then a typed word and a reason. */
export function Confirmation({ title, children, word, needsReason, problem, isPending, onSend, onClose }: Asked) {
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const isReady = typed === word && (!needsReason || reason.trim() !== "");
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onSend(reason.trim());
        }}
      >
        {children}
        {needsReason && <Field label="Reason" name="reason" value={reason} onInput={setReason} problem={problem} required />}
        <Field label={`Type ${word} to go on`} name="confirmation" value={typed} onInput={setTyped} />
        <Refusal problem={problem} fields={["reason"]} />
        <div class="actions">
          <button type="button" onClick={onClose}>Leave it</button>
          <button type="submit" class="danger" disabled={!isReady || isPending}>{isPending ? "Sending…" : title}</button>
        </div>
      </form>
    </Dialog>
  );
}
