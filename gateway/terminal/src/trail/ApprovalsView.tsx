import { api } from "../api/api";
import type { Change } from "../control/act";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence } from "../decimal/words";
import { useQuery } from "../query/query";
import { hasRole } from "../session/session";
import { approve, approveProposal, type Proposal, refuse, sendAgain, withdraw } from "./decisions";
import { isMine, isOpen, whatOf } from "./standing";

/** What takes two: asked for by one administrator, done when another agrees. */
export function ApprovalsView() {
  const changes = useQuery(() => api.get<{ items: Change[] }>("/admin/changes"), [], { everyMillis: 3_000 });
  const proposals = useQuery(() => api.get<{ items: Proposal[] }>("/admin/proposals"), [], { everyMillis: 3_000 });
  const after = (): Promise<unknown> => Promise.all([changes.reload(), proposals.reload()]);
  return (
    <>
      <Refusal problem={changes.problem.value ?? proposals.problem.value} />
      <Pane title="Changes that take two" isFlush>
        <Table name="Changes" rows={changes.data.value?.items} columns={changeColumns(after)} keyOf={(each) => each.id} empty="Nothing waits for a second administrator." />
      </Pane>
      <Pane title="Proposals" isFlush>
        <Table name="Proposals" rows={proposals.data.value?.items} columns={proposalColumns(after)} keyOf={(each) => each.id} empty="Nothing was proposed." />
      </Pane>
    </>
  );
}

function State({ state }: { state: string }) {
  return <span class={`badge ${isOpen(state) ? "warn" : /APPROVED|USED/.test(state) ? "good" : ""}`}>{sentence(state)}</span>;
}

function changeColumns(after: () => unknown): Column<Change>[] {
  const columns: Column<Change>[] = [
    { title: "Asked", of: (each) => dayAndClock(each.askedAt), class: () => "dim" },
    { title: "By", of: (each) => (isMine(each) ? "you" : each.askedBy) },
    { title: "What", of: (each) => <code>{each.method} {each.path.replace("/api/v1", "")}</code> },
    { title: "With", of: (each) => <code title={each.body}>{each.body.slice(0, 80)}</code> },
    { title: "State", of: (each) => <State state={each.state} /> },
    { title: "Decided by", of: (each) => each.decidedBy ?? "–" },
    { title: "Until", of: (each) => dayAndClock(each.expiresAt), class: () => "dim" },
  ];
  if (hasRole("ADMIN")) columns.push({
    title: "",
    of: (each) => (
      <span class="acts">
        {each.state === "PENDING" && !isMine(each) && <button type="button" aria-label={`Approve change ${each.id}`} onClick={() => approve(each, after)}>Approve</button>}
        {each.state === "PENDING" && <button type="button" aria-label={`${isMine(each) ? "Take back" : "Refuse"} change ${each.id}`} onClick={() => refuse(each, after)}>{isMine(each) ? "Take back" : "Refuse"}</button>}
        {each.state === "APPROVED" && isMine(each) && <button type="button" class="main" aria-label={`Send change ${each.id}`} onClick={() => sendAgain(each, after)}>Send</button>}
      </span>
    ),
  });
  return columns;
}

function proposalColumns(after: () => unknown): Column<Proposal>[] {
  const columns: Column<Proposal>[] = [
    { title: "Proposed", of: (each) => dayAndClock(each.proposedAt), class: () => "dim" },
    { title: "By", of: (each) => each.proposedBy },
    { title: "Subject", of: (each) => sentence(each.subject) },
    { title: "What", of: whatOf },
    { title: "State", of: (each) => <State state={each.state} /> },
    { title: "Ended by", of: (each) => each.endedBy ?? "–" },
    { title: "Until", of: (each) => dayAndClock(each.expiresAt), class: () => "dim" },
  ];
  if (hasRole("ADMIN", "RISK")) columns.push({
    title: "",
    of: (each) => isOpen(each.state) && (
      <span class="acts">
        {hasRole("ADMIN") && <button type="button" aria-label={`Approve proposal ${each.id}`} onClick={() => approveProposal(each, after)}>Approve</button>}
        <button type="button" aria-label={`Withdraw proposal ${each.id}`} onClick={() => withdraw(each, after)}>Withdraw</button>
      </span>
    ),
  });
  return columns;
}
