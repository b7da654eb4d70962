import { api } from "../api/api";
import { usePages } from "../control/pages";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence } from "../decimal/words";
import { useSubmission } from "../query/submission";
import { hasRole } from "../session/session";
import { say } from "../shell/notes";

interface Letter { id: string; channel: string; address: string; priority: string; subject: string; createdAt: string; diedAt: string; attempts: number; reason: string }

const CHANNELS = ["EMAIL", "WEBHOOK", "SMS"];

/** Messages that could not be delivered, and trying them again. */
export function DeliveryView() {
  const { told, more } = usePages<Letter>("/admin/notifications/dead-letters", {}, []);
  const redrive = useSubmission(async (path: string, body: unknown) => {
    const { redriven, expired } = await api.post<{ redriven: number; expired: number }>(`/admin/notifications/dead-letters${path}`, body);
    say(`${redriven} tried again${expired > 0 ? `, ${expired} too old` : ""}`, redriven > 0 ? "good" : "plain");
    await told.reload();
  });
  const columns: Column<Letter>[] = [
    { title: "Given up", of: (each) => dayAndClock(each.diedAt), class: () => "dim" },
    { title: "Channel", of: (each) => sentence(each.channel) },
    { title: "To", of: (each) => each.address },
    { title: "Priority", of: (each) => sentence(each.priority) },
    { title: "Subject", of: (each) => each.subject },
    { title: "Attempts", isNumber: true, of: (each) => each.attempts },
    { title: "Reason", of: (each) => each.reason, class: () => "dim" },
  ];
  if (hasRole("ADMIN")) columns.push({ title: "", of: (each) => <button type="button" disabled={redrive.isPending.value} onClick={() => void redrive.send(`/${each.id}/redrive`, {})}>Again</button> });
  const isEmpty = told.data.value?.items.length === 0;
  return (
    <>
      <Refusal problem={told.problem.value ?? redrive.problem.value} />
      <Pane
        title="Dead letters"
        isFlush
        tools={hasRole("ADMIN") && !isEmpty && CHANNELS.map((channel) => (
          <button key={channel} type="button" disabled={redrive.isPending.value} onClick={() => void redrive.send("/redrive", { channel })}>All {channel === "SMS" ? "SMS" : channel.toLowerCase()} again</button>
        ))}
      >
        <Table name="Dead letters" rows={told.data.value?.items} columns={columns} keyOf={(each) => each.id} empty="Every message was delivered, or is still being tried." />
        {told.data.value?.hasMore && <div class="pages"><button type="button" onClick={more}>Older</button></div>}
      </Pane>
    </>
  );
}
