import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence } from "../decimal/words";
import { useQuery } from "../query/query";
import { useSubmission } from "../query/submission";
import { SubscriptionForm } from "./SubscriptionForm";
import type { Subscription } from "./shapes";

/** What the account wants to be told of besides its own trading, and what of that it wants to be told less of. */
export function SubscriptionsView() {
  const found = useQuery(async () => (await api.get<{ items: Subscription[] }>("/notifications/subscriptions")).items, []);
  const remove = useSubmission(async (id: string) => {
    await api.remove("/notifications/subscriptions", { id });
    await found.reload();
  });
  const columns: Column<Subscription>[] = [
    { title: "Kind", of: (each) => sentence(each.kind) },
    { title: "About", of: (each) => (each.scope === "FIRM" ? `Firm ${each.firm ?? ""}` : sentence(each.scope)) },
    { title: "Market", of: (each) => each.symbol ?? "Any" },
    { title: "Types", of: (each) => (each.types.length === 0 ? "All" : each.types.map(sentence).join(", ")), class: () => "wide" },
    { title: "From", of: (each) => sentence(each.minPriority ?? "LOW") },
    { title: "Least size", isNumber: true, of: (each) => each.threshold ?? "–" },
    { title: "Only if", of: (each) => (each.filter ? <code>{each.filter}</code> : "–"), class: () => "wrap" },
    { title: "Since", of: (each) => dayAndClock(each.createdAt), class: () => "dim" },
    { title: "", of: (each) => <button type="button" aria-label={`Take back subscription ${each.id}`} onClick={() => void remove.send(each.id)}>Take back</button> },
  ];
  return (
    <>
      <SubscriptionForm onMade={() => void found.reload()} />
      <Pane title="Subscriptions" isFlush>
        <Refusal problem={found.problem.value ?? remove.problem.value} />
        <Table name="Subscriptions" rows={found.data.value} columns={columns} keyOf={(each) => each.id} empty="None: what is told is about the account alone." />
      </Pane>
    </>
  );
}
