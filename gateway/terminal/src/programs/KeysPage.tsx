import "../notifications/notifications.css";
import "./keys.css";
import { useState } from "preact/hooks";
import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence } from "../decimal/words";
import { useQuery } from "../query/query";
import { KeyForm } from "./KeyForm";
import { KeyTable } from "./KeyTable";
import { SecretDialog } from "./SecretDialog";
import type { ApiKey, KeyLog, MadeKey } from "./shapes";
import { SignatureTool } from "./SignatureTool";

const LOG: readonly Column<KeyLog>[] = [
  { title: "Time", of: (line) => dayAndClock(line.time), class: () => "dim" },
  { title: "What", of: (line) => sentence(line.operation) },
  { title: "Outcome", of: (line) => line.outcome, class: (line) => (line.outcome === "OK" ? "up" : "down") },
  { title: "Who", of: (line) => line.actor ?? "–" },
  { title: "From", of: (line) => line.address ?? "–" },
  { title: "With", of: (line) => line.userAgent ?? "–", class: () => "dim wide" },
];

/** Keys by which programs come in. */
export default function KeysPage() {
  const [made, setMade] = useState<MadeKey | null>(null);
  const [picked, setPicked] = useState<ApiKey | null>(null);
  const keys = useQuery(async () => (await api.get<{ items: ApiKey[] }>("/api-keys")).items, [], { everyMillis: 10_000 });
  return (
    <main class="page" id="main" tabIndex={-1}>
      <header><h1>API keys</h1></header>
      <Refusal problem={keys.problem.value} />
      <KeyTable keys={keys.data.value} onChanged={() => void keys.reload()} onMade={setMade} onPick={setPicked} />
      {picked && <Log key={picked.id} of={picked} onClose={() => setPicked(null)} />}
      <div class="columns">
        <KeyForm
          onMade={(key) => {
            setMade(key);
            void keys.reload();
          }}
        />
        <SignatureTool keys={(keys.data.value ?? []).filter((key) => key.status !== "REVOKED")} />
      </div>
      {made && <SecretDialog made={made} onClose={() => setMade(null)} />}
    </main>
  );
}

function Log({ of, onClose }: { of: ApiKey; onClose: () => void }) {
  const found = useQuery(() => api.get<{ items: KeyLog[] }>(`/api-keys/${of.id}/audit-logs`, { limit: 50 }), [of.id]);
  return (
    <Pane title={`What was done with ${of.label || of.key}`} isFlush tools={<button type="button" class="quiet" onClick={onClose}>Close</button>}>
      <Refusal problem={found.problem.value} />
      <Table name="Log of the key" rows={found.data.value?.items} columns={LOG} keyOf={(line) => line.id} />
    </Pane>
  );
}
