import { useState } from "preact/hooks";
import { api } from "../api/api";
import { Confirmation } from "../controls/Confirmation";
import { Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { useQuery } from "../query/query";
import { useSubmission } from "../query/submission";
import { say } from "../shell/notes";
import type { Webhook } from "./shapes";
import { WebhookSecret } from "./WebhookSecret";

interface WithSecret {
  url: string;
  secret: string;
}

function lastOf(each: Webhook) {
  if (!each.lastTriedAt) return <span class="dim">Nothing was sent yet</span>;
  return each.lastFault ? <span class="down">{each.lastFault}</span> : <span class="up">Delivered</span>;
}

/** Addresses of one's own that the venue posts notifications to, and how the last delivery to each went. */
export function WebhooksView() {
  const [url, setUrl] = useState("");
  const [made, setMade] = useState<WithSecret | null>(null);
  const [removed, setRemoved] = useState<Webhook | null>(null);
  const found = useQuery(async () => (await api.get<{ items: Webhook[] }>("/webhooks")).items, [], { everyMillis: 5_000 });
  const add = useSubmission(async () => {
    setMade(await api.post<WithSecret>("/webhooks", { url: url.trim() }));
    setUrl("");
    await found.reload();
  });
  const rotate = useSubmission(async (id: string) => setMade(await api.post<WithSecret>(`/webhooks/${id}/rotate`, {})));
  const test = useSubmission(async (id: string) => {
    await api.post(`/webhooks/${id}/test`, {});
    say("A test message is on its way");
    await found.reload();
  });
  const remove = useSubmission(async (id: string) => {
    await api.remove(`/webhooks/${id}`);
    setRemoved(null);
    await found.reload();
  });
  const columns: Column<Webhook>[] = [
    { title: "Address", of: (each) => each.url, class: () => "wide" },
    { title: "Since", of: (each) => dayAndClock(each.createdAt), class: () => "dim" },
    { title: "Last tried", of: (each) => dayAndClock(each.lastTriedAt), class: () => "dim" },
    { title: "How it went", of: lastOf, class: () => "wrap" },
    {
      title: "",
      of: (each) => (
        <span class="acts">
          <button type="button" aria-label={`Test ${each.url}`} onClick={() => void test.send(each.id)}>Test</button>
          <button type="button" aria-label={`New secret for ${each.url}`} title="The one before signs as well for a day" onClick={() => void rotate.send(each.id)}>New secret</button>
          <button type="button" aria-label={`Remove ${each.url}`} onClick={() => setRemoved(each)}>Remove</button>
        </span>
      ),
    },
  ];
  return (
    <>
      <Pane title="New webhook">
        <form
          class="inline"
          onSubmit={(event) => {
            event.preventDefault();
            if (url.trim()) void add.send();
          }}
        >
          <Field label="Address" name="url" value={url} onInput={setUrl} problem={add.problem.value} hint="https, reachable from the venue" />
          <button type="submit" class="main" disabled={url.trim() === "" || add.isPending.value}>{add.isPending.value ? "Adding…" : "Add it"}</button>
        </form>
        <Refusal problem={add.problem.value} fields={["url"]} />
        <p class="dim">It is sent what Preferences say of webhooks. How messages are signed is told in docs/webhooks.md.</p>
      </Pane>
      <Pane title="Webhooks" isFlush>
        <Refusal problem={found.problem.value ?? test.problem.value ?? rotate.problem.value} />
        <Table name="Webhooks" rows={found.data.value} columns={columns} keyOf={(each) => each.id} empty="No webhooks." />
      </Pane>
      {made && <WebhookSecret url={made.url} secret={made.secret} onClose={() => setMade(null)} />}
      {removed && (
        <Confirmation title="Remove" word="REMOVE" problem={remove.problem.value} isPending={remove.isPending.value} onSend={() => void remove.send(removed.id)} onClose={() => setRemoved(null)}>
          <p>What waits for <code>{removed.url}</code> is given up, and nothing is sent there any more.</p>
        </Confirmation>
      )}
    </>
  );
}
