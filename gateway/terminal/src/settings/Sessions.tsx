import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { useQuery } from "../query/query";
import { useSubmission } from "../query/submission";

interface Session {
  id: string;
  current: boolean;
  address: string | null;
  userAgent: string | null;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
}

/** Where I am logged in. */
export function Sessions() {
  const found = useQuery(() => api.get<{ items: Session[] }>("/users/me/sessions"), []);
  const end = useSubmission(async (id: string) => {
    await api.remove(`/users/me/sessions/${id}`);
    await found.reload();
  });
  const columns: Column<Session>[] = [
    { title: "Since", of: (each) => dayAndClock(each.createdAt), class: () => "dim" },
    { title: "Last seen", of: (each) => dayAndClock(each.lastSeenAt) },
    { title: "From", of: (each) => each.address ?? "–" },
    { title: "With", of: (each) => each.userAgent ?? "–", class: () => "wide dim" },
    { title: "Ends", of: (each) => dayAndClock(each.expiresAt), class: () => "dim" },
    { title: "", of: (each) => (each.current ? <span class="badge good">This one</span> : <button type="button" onClick={() => void end.send(each.id)}>End it</button>) },
  ];
  return (
    <Pane title="Sessions" isFlush>
      <Refusal problem={found.problem.value ?? end.problem.value} />
      <Table name="Sessions" rows={found.data.value?.items} columns={columns} keyOf={(each) => each.id} />
    </Pane>
  );
}
