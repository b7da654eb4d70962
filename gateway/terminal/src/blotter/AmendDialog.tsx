import { useState } from "preact/hooks";
import type { Order } from "../account/shapes";
import { api } from "../api/api";
import { Dialog } from "../controls/Dialog";
import { Field } from "../controls/Field";
import { Refusal } from "../controls/Refusal";
import { useSubmission } from "../query/submission";

const NAMES = ["price", "quantity", "triggerPrice", "displayQuantity"] as const;
const LABELS = { price: "Price", quantity: "Quantity", triggerPrice: "Trigger price", displayQuantity: "Shown at a time" };

/** Changes what an order has: only what was changed is sent. */
export function AmendDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const [typed, setTyped] = useState<Partial<Record<(typeof NAMES)[number], string>>>({});
  const amend = useSubmission(async () => {
    await api.patch(`/orders/${order.id}`, typed);
    onClose();
  });
  const shown = NAMES.filter((name) => order[name] !== null);
  return (
    <Dialog title={`Amend ${order.side} ${order.symbol}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void amend.send();
        }}
      >
        {shown.map((name) => (
          <Field
            key={name}
            label={LABELS[name]}
            name={name}
            isNumber
            value={typed[name] ?? order[name] ?? ""}
            onInput={(value) => setTyped({ ...typed, [name]: value.trim() })}
            problem={amend.problem.value}
          />
        ))}
        <Refusal problem={amend.problem.value} fields={shown} />
        <div class="actions">
          <button type="button" onClick={onClose}>Leave it</button>
          <button type="submit" class="main" disabled={amend.isPending.value || Object.keys(typed).length === 0}>Amend</button>
        </div>
      </form>
    </Dialog>
  );
}
