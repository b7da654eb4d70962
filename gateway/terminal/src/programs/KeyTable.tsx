import { useState } from "preact/hooks";
import { api } from "../api/api";
import { Confirmation } from "../controls/Confirmation";
import { Dialog } from "../controls/Dialog";
import { Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence } from "../decimal/words";
import { useSubmission } from "../query/submission";
import type { ApiKey, MadeKey } from "./shapes";

interface Shown {
  keys: readonly ApiKey[] | null;
  onChanged: () => void;
  onMade: (made: MadeKey) => void;
  onPick: (key: ApiKey) => void;
}

/** The account's keys, and what becomes of them. */
export function KeyTable({ keys, onChanged, onMade, onPick }: Shown) {
  const [rotated, setRotated] = useState<ApiKey | null>(null);
  const [revoked, setRevoked] = useState<ApiKey | null>(null);
  const [overlap, setOverlap] = useState("3600");
  const rotate = useSubmission(async (key: ApiKey) => {
    const made = await api.post<MadeKey>(`/api-keys/${key.id}/rotate`, { overlapSeconds: Number(overlap) });
    setRotated(null);
    onChanged();
    onMade(made);
  });
  const change = useSubmission(async (key: ApiKey, how: "ACTIVE" | "INACTIVE" | "REVOKED") => {
    if (how === "REVOKED") await api.remove(`/api-keys/${key.id}`);
    else await api.put(`/api-keys/${key.id}`, { status: how });
    setRevoked(null);
    onChanged();
  });
  const columns: Column<ApiKey>[] = [
    { title: "Name", of: (key) => <b>{key.label || "–"}</b> },
    { title: "Key", of: (key) => <code>{key.key}</code> },
    { title: "May", of: (key) => key.scopes.join(", ") },
    { title: "State", of: (key) => <span class={`badge ${key.status === "ACTIVE" ? "good" : key.status === "REVOKED" ? "bad" : "warn"}`}>{sentence(key.status)}</span> },
    { title: "From", of: (key) => key.addresses?.join(", ") || "anywhere" },
    { title: "Ends", of: (key) => (key.expiresAt ? dayAndClock(key.expiresAt) : "never") },
    { title: "Last used", of: (key) => dayAndClock(key.lastUsedAt), class: () => "dim" },
    { title: "Uses", isNumber: true, of: (key) => key.uses },
    { title: "Refused", isNumber: true, of: (key) => key.errors },
    {
      title: "",
      of: (key) => key.status !== "REVOKED" && (
        <span class="acts">
          <button type="button" onClick={() => onPick(key)}>Log</button>
          <button type="button" onClick={() => void change.send(key, key.status === "INACTIVE" ? "ACTIVE" : "INACTIVE")}>{key.status === "INACTIVE" ? "Switch on" : "Switch off"}</button>
          {key.algorithm !== "ED25519" && <button type="button" onClick={() => setRotated(key)}>Rotate</button>}
          <button type="button" onClick={() => setRevoked(key)}>Revoke</button>
        </span>
      ),
    },
  ];
  return (
    <Pane title="Keys" isFlush>
      <Refusal problem={revoked || rotated ? null : change.problem.value} />
      <Table name="Keys" rows={keys} columns={columns} keyOf={(key) => key.id} empty="No keys yet: programs come in by one." />
      {rotated && (
        <Dialog title={`Another secret for ${rotated.label || rotated.key}`} onClose={() => setRotated(null)}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void rotate.send(rotated);
            }}
          >
            <Field label="The old one stays good for, seconds" name="overlapSeconds" isNumber value={overlap} onInput={setOverlap} problem={rotate.problem.value} hint="0 ends it at once, 86400 is the most" />
            <Refusal problem={rotate.problem.value} fields={["overlapSeconds"]} />
            <div class="actions"><button type="button" onClick={() => setRotated(null)}>Leave it</button><button type="submit" class="main">Rotate</button></div>
          </form>
        </Dialog>
      )}
      {revoked && (
        <Confirmation title="Revoke" word="REVOKE" problem={change.problem.value} isPending={change.isPending.value} onSend={() => void change.send(revoked, "REVOKED")} onClose={() => setRevoked(null)}>
          <p><b>{revoked.label || revoked.key}</b> ends with the next request, for good, and its connections are closed. It was used {revoked.uses} times, last {dayAndClock(revoked.lastUsedAt)}.</p>
        </Confirmation>
      )}
    </Pane>
  );
}
