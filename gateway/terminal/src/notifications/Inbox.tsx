import { effect, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../api/api";
import { Check } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence } from "../decimal/words";
import { calm } from "../query/calm";
import { useQuery } from "../query/query";
import { useSubmission } from "../query/submission";
import { countUnread, told } from "../shell/unread";
import { type Notification, TYPES } from "./shapes";

const isUnreadOnly = signal(false);
const type = signal("");

interface Page {
  items: Notification[];
  next: string | null;
  beyondBound: number;
}

/** What the account was told, newest first. */
export function Inbox() {
  const query = { limit: 100, type: type.value, unread: isUnreadOnly.value || undefined };
  const found = useQuery(() => api.get<Page>("/notifications", query), [type.value, isUnreadOnly.value]);
  useEffect(() => {
    const again = calm(() => void found.reload(), 500);
    let seen = told.peek();
    const end = effect(() => {
      if (told.value !== seen) again();
      seen = told.value;
    });
    return () => {
      end();
      again.end();
    };
  }, [found]);
  const act = useSubmission(async (method: "read" | "remove" | "readAll" | "clear", id = "") => {
    if (method === "read") await api.put(`/notifications/${id}/read`);
    if (method === "remove") await api.remove(`/notifications/${id}`);
    if (method === "readAll") await api.put("/notifications/mark-all-read");
    if (method === "clear") await api.remove("/notifications/clear-all");
    await Promise.all([found.reload(), countUnread()]);
  });
  const columns: Column<Notification>[] = [
    { title: "Time", of: (each) => dayAndClock(each.createdAt), class: () => "dim" },
    { title: "Priority", of: (each) => <span class={`badge ${each.priority === "CRITICAL" ? "bad" : each.priority === "HIGH" ? "warn" : ""}`}>{sentence(each.priority)}</span> },
    { title: "About", of: (each) => sentence(each.type) },
    { title: "What", of: (each) => <span class={each.read ? "dim" : ""}><b>{each.title}</b> {each.message}</span>, class: () => "wide" },
    { title: "Frame", isNumber: true, of: (each) => `#${each.sequence}`, class: () => "dim" },
    {
      title: "",
      of: (each) => (
        <span class="acts">
          {!each.read && <button type="button" onClick={() => void act.send("read", each.id)} aria-label={`Mark read: ${each.title}`}>Mark read</button>}
          <button type="button" onClick={() => void act.send("remove", each.id)} aria-label={`Delete: ${each.title}`}>Delete</button>
        </span>
      ),
    },
  ];
  const page = found.data.value;
  return (
    <Pane
      title="Inbox"
      isFlush
      class="grows"
      tools={
        <>
          <Check label="Unread only" value={isUnreadOnly.value} onInput={(value) => (isUnreadOnly.value = value)} />
          <select aria-label="About" value={type.value} onChange={(event) => (type.value = event.currentTarget.value)}>
            <option value="">All</option>
            {TYPES.map((each) => <option key={each} value={each}>{sentence(each)}</option>)}
          </select>
          <button type="button" onClick={() => void act.send("readAll")}>Mark all read</button>
          <button type="button" onClick={() => void act.send("clear")} disabled={!page?.items.length}>Delete all</button>
        </>
      }
    >
      <Refusal problem={found.problem.value ?? act.problem.value} />
      <Table name="Notifications" rows={page?.items} columns={columns} keyOf={(each) => each.id} empty="Nothing to read." />
      {page && page.beyondBound > 0 && <p class="none">{page.beyondBound} older ones fell out of the inbox.</p>}
    </Pane>
  );
}
