import { useState } from "preact/hooks";
import { proposed, sendBecause } from "../control/act";
import { ChoiceField, Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { type Column, Table } from "../controls/Table";
import { sentence } from "../decimal/words";
import { hasRole } from "../session/session";
import { type Assignment, type Schedule, SCOPES, tierWords } from "./tariff";

const COLUMNS: readonly Column<Assignment>[] = [
  { title: "Scope", of: (each) => sentence(each.scope) },
  { title: "Who", of: (each) => each.target },
  { title: "In markets quoted in", of: (each) => each.asset },
  { title: "Schedule", isNumber: true, of: (each) => each.schedule ?? "none any more" },
  { title: "Frame", isNumber: true, of: (each) => <a href={`#/journal?seq=${each.sequence}`}>#{each.sequence}</a> },
];

/** Who pays by which schedule; of several the account's decides, then its group's, its firm's, the market's. */
export function AssignmentPane({ given, schedules, after }: { given: readonly Assignment[] | null; schedules: readonly Schedule[]; after: () => unknown }) {
  const isAdmin = hasRole("ADMIN");
  const columns = isAdmin
    ? [...COLUMNS, { title: "", of: (each: Assignment) => each.schedule !== null && <button type="button" aria-label={`Take back from ${each.scope.toLowerCase()} ${each.target}`} onClick={() => assign({ ...each, schedule: null }, each, schedules, after)}>Take back</button> }]
    : COLUMNS;
  return (
    <Pane title="Who has which" isFlush>
      {isAdmin && schedules.length > 0 && <AssignmentForm given={given ?? []} schedules={schedules} after={after} />}
      <Table name="Fee assignments" rows={given} columns={columns} keyOf={(each) => `${each.scope} ${each.target} ${each.asset}`} empty="Nobody has one." />
    </Pane>
  );
}

function assign(then: Pick<Assignment, "scope" | "target" | "asset" | "schedule">, now: Assignment | undefined, schedules: readonly Schedule[], after: () => unknown): void {
  const { scope, target, asset, schedule } = then;
  const words = (number: number | null | undefined): string => {
    const found = schedules.find((each) => each.schedule === number);
    return found ? `schedule ${found.schedule}: ${found.tiers.map(tierWords).join("; ")}` : "none of its own";
  };
  proposed.value = {
    title: `${schedule === null ? "Take the schedule from" : `Give schedule ${schedule} to`} ${scope.toLowerCase()} ${target}`, word: target, after,
    words: "In force for orders from now on; open orders keep their rates.",
    impact: () => Promise.resolve([{ what: "Now", value: words(now?.schedule) }, { what: "Then", value: words(schedule), isGrave: true }]),
    send: (reason) => sendBecause(reason, "/admin/fee-assignments", { schedule, asset, scope, target }),
  };
}

function AssignmentForm({ given, schedules, after }: { given: readonly Assignment[]; schedules: readonly Schedule[]; after: () => unknown }) {
  const [scope, setScope] = useState<string>("ACCOUNT");
  const [target, setTarget] = useState("");
  const [schedule, setSchedule] = useState(String(schedules[0]?.schedule ?? ""));
  const asset = schedules.find((each) => String(each.schedule) === schedule)?.asset ?? "USD";
  function go(): void {
    const name = target.trim();
    const now = given.find((each) => each.scope === scope && each.target === name && each.asset === asset);
    assign({ scope, target: name, asset, schedule: Number(schedule) }, now, schedules, after);
  }
  return (
    <form
      class="inside"
      aria-label="Give a schedule"
      onSubmit={(event) => {
        event.preventDefault();
        if (target.trim()) go();
      }}
    >
      <div class="row">
        <ChoiceField label="Schedule" name="schedule" value={schedule} onInput={setSchedule} options={schedules.map((each) => [String(each.schedule), `${each.schedule}, in ${each.asset}`] as const)} />
        <ChoiceField label="To" name="scope" value={scope} onInput={setScope} options={SCOPES.map((each) => [each, sentence(each)] as const)} />
        <Field label={scope === "INSTRUMENT" ? "Market" : "Number"} name="target" value={target} onInput={setTarget} />
        <button type="submit" disabled={!target.trim()}>Give…</button>
      </div>
    </form>
  );
}
