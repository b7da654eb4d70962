import { api } from "../api/api";
import { proposed, removeBecause } from "../control/act";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { useQuery } from "../query/query";
import { hasRole } from "../session/session";
import type { Ban, Limits } from "./shapes";

/** Who asked on in spite of refusals and is shut out for a time. */
export function BanPane({ limits }: { limits: Limits | null }) {
  const told = useQuery(() => api.get<{ items: Ban[] }>("/admin/limits/bans"), [], { everyMillis: 5_000 });
  const columns: Column<Ban>[] = [
    { title: "Who", of: (each) => each.who },
    { title: "Time", isNumber: true, of: (each) => `${each.step}.` },
    { title: "Until", of: (each) => dayAndClock(each.until) },
    { title: "State", of: (each) => <span class={`badge ${each.isInForce ? "bad" : ""}`}>{each.isInForce ? "Shut out" : "Over"}</span> },
  ];
  if (hasRole("ADMIN")) columns.push({ title: "", of: (each) => <button type="button" aria-label={`Let in again: ${each.who}`} onClick={() => lift(each, () => told.reload())}>Let in again</button> });
  return (
    <Pane title="Shut out for a time" isFlush tools={limits && <span class="dim">after {limits.bans.refusals} refusals in {limits.bans.withinSeconds} s, for {limits.bans.ladderSeconds.join(", ")} s</span>}>
      <Refusal problem={told.problem.value} />
      <Table name="Bans" rows={told.data.value?.items} columns={columns} keyOf={(each) => each.who} empty="Nobody is, or was lately." />
    </Pane>
  );
}

function lift(ban: Ban, after: () => unknown): void {
  proposed.value = {
    title: `Let ${ban.who} in again`, word: ban.who, after, words: "It may ask again at once, and the next ban is a first one.",
    impact: () => Promise.resolve([{ what: "Shut out until", value: dayAndClock(ban.until), isGrave: ban.isInForce }, { what: "So often so far", value: String(ban.step) }]),
    send: (reason) => removeBecause(reason, "/admin/limits/bans", { who: ban.who }),
  };
}
