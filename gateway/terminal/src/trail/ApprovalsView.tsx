import { api } from "../api/api";
import type { Change } from "../control/act";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence } from "../decimal/words";
import { useQuery } from "../query/query";
import { useSubmission } from "../query/submission";
import { hasRole } from "../session/session";
import { say } from "../shell/notes";

interface Proposal { id: string; subject: string; what: string | null; target: string | null; symbol: string | null; value: string | null; state: string; proposedBy: string; endedBy: string | null; proposedAt: string; expiresAt: string }

const OPEN = new Set(["WAITING", "PENDING", "PROPOSED", "OPEN", "ASKED"]);

/** What takes two: asked for by one administrator, done when another agrees. */
export function ApprovalsView() {
  const changes = useQuery(() => api.get<{ items: Change[] }>("/admin/changes"), [], { everyMillis: 3_000 });
  const proposals = useQuery(() => api.get<{ items: Proposal[] }>("/admin/proposals"), [], { everyMillis: 3_000 });
  const decide = useSubmission(async (path: string, done: string) => {
    await api.post(path, {});
    say(done, "good");
    await Promise.all([changes.reload(), proposals.reload()]);
  });
  const columns: Column<Change>[] = [
    { title: "Asked", of: (each) => dayAndClock(each.askedAt), class: () => "dim" },
    { title: "By", of: (each) => each.askedBy },
    { title: "What", of: (each) => <code>{each.method} {each.path.replace("/api/v1", "")}</code> },
    { title: "With", of: (each) => <code title={each.body}>{each.body.slice(0, 80)}</code> },
    { title: "State", of: (each) => <State state={each.state} /> },
    { title: "Decided by", of: (each) => each.decidedBy ?? "–" },
    { title: "Until", of: (each) => dayAndClock(each.expiresAt), class: () => "dim" },
  ];
  if (hasRole("ADMIN")) columns.push({
    title: "",
    of: (each) => OPEN.has(each.state) && (
      <span class="acts">
        <button type="button" onClick={() => void decide.send(`/admin/changes/${each.id}/approve`, "Approved: it passes when it is sent again")}>Approve</button>
        <button type="button" onClick={() => void decide.send(`/admin/changes/${each.id}/refuse`, "Refused")}>Refuse</button>
      </span>
    ),
  });
  return (
    <>
      <Refusal problem={changes.problem.value ?? proposals.problem.value ?? decide.problem.value} />
      <Pane title="Changes that take two" isFlush>
        <Table name="Changes" rows={changes.data.value?.items} columns={columns} keyOf={(each) => each.id} empty="Nothing waits for a second administrator." />
      </Pane>
      <Pane title="Proposals" isFlush>
        <Table name="Proposals" rows={proposals.data.value?.items} columns={proposalColumns((path, done) => void decide.send(path, done))} keyOf={(each) => each.id} empty="Nothing was proposed." />
      </Pane>
    </>
  );
}

function State({ state }: { state: string }) {
  return <span class={`badge ${OPEN.has(state) ? "warn" : /APPROV|DONE|USED/.test(state) ? "good" : ""}`}>{sentence(state)}</span>;
}

function proposalColumns(decide: (path: string, done: string) => void): Column<Proposal>[] {
  return [
    { title: "Proposed", of: (each) => dayAndClock(each.proposedAt), class: () => "dim" },
    { title: "By", of: (each) => each.proposedBy },
    { title: "Subject", of: (each) => sentence(each.subject) },
    { title: "What", of: (each) => [each.what && sentence(each.what), each.target, each.symbol, each.value].filter(Boolean).join(" · ") },
    { title: "State", of: (each) => <State state={each.state} /> },
    { title: "Ended by", of: (each) => each.endedBy ?? "–" },
    {
      title: "",
      of: (each) => OPEN.has(each.state) && hasRole("ADMIN", "RISK") && (
        <span class="acts">
          {hasRole("ADMIN") && <button type="button" onClick={() => decide(`/admin/proposals/${each.id}/approve`, "Approved and done")}>Approve</button>}
          <button type="button" onClick={() => decide(`/admin/proposals/${each.id}/withdraw`, "Withdrawn")}>Withdraw</button>
        </span>
      ),
    },
  ];
}
