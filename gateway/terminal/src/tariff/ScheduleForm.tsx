import { useState } from "preact/hooks";
import type { Problem } from "../api/problem";
import { problemOf } from "../api/problem";
import { proposed, sendBecause } from "../control/act";
import { Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Assignment, bodyOf, type Draft, draftOf, EMPTY, fieldsOf, type FeeTier, MOST_TIERS, type Schedule, tierWords } from "./tariff";

interface Asked { schedule: Schedule | null; assigned: readonly Assignment[]; onClose: () => void; after: () => unknown }

/** A schedule as a form: each save is a new version, which those who have it pay from then on. */
export function ScheduleForm({ schedule, assigned, onClose, after }: Asked) {
  const [draft, setDraft] = useState<Draft>(() => (schedule ? draftOf(schedule) : EMPTY));
  const [problem, setProblem] = useState<Problem | null>(null);
  const field = (name: "schedule" | "asset" | "feePerLot") => ({ name, problem, value: draft[name], onInput: (value: string) => setDraft((before) => ({ ...before, [name]: value })) });
  const users = assigned.filter((each) => String(each.schedule) === draft.schedule.trim());
  function go(): void {
    proposed.value = {
      title: `Set fee schedule ${draft.schedule}`, word: draft.schedule.trim(),
      words: "A new version of the schedule. Whoever has it pays by it from the next order on; open orders keep their rates.",
      impact: () => Promise.resolve([
        { what: "Who has it", value: users.map(({ scope, target }) => `${scope.toLowerCase()} ${target}`).slice(0, 10).join(", ") || "nobody yet", isGrave: users.length > 0 },
        { what: "Now", value: schedule ? schedule.tiers.map(tierWords).join("; ") : "there is none of that number here" },
        { what: "Then", value: draft.tiers.map(tierWords).join("; "), isGrave: true },
      ]),
      send: async (reason) => {
        try {
          return await sendBecause(reason, "/admin/fee-schedules", bodyOf(draft));
        } catch (failure) {
          // It stands at its field in the form, too, where it is put right.
          setProblem(problemOf(failure));
          throw failure;
        }
      },
      after: () => {
        onClose();
        return after();
      },
    };
  }
  return (
    <Pane title={schedule ? `Schedule ${schedule.schedule}, version ${schedule.version}` : "New schedule"} tools={<button type="button" class="quiet" onClick={onClose}>Close</button>}>
      <form
        aria-label="Fee schedule"
        onSubmit={(event) => {
          event.preventDefault();
          setProblem(null);
          go();
        }}
      >
        <div class="row">
          <Field label="Number, 1 to 255" isNumber {...field("schedule")} required disabled={schedule !== null} />
          <Field label="Asset of volumes and fees" {...field("asset")} required disabled={schedule !== null} />
          <Field label="For each lot, beside the rate" isNumber {...field("feePerLot")} placeholder="nothing" />
        </div>
        <Tiers draft={draft} problem={problem} change={(tiers) => setDraft((before) => ({ ...before, tiers }))} />
        <Refusal problem={problem} fields={fieldsOf(draft)} />
        <div class="actions"><button type="submit" class="main">Go on…</button></div>
      </form>
    </Pane>
  );
}

function Tiers({ draft, problem, change }: { draft: Draft; problem: Problem | null; change: (tiers: readonly FeeTier[]) => void }) {
  const { tiers } = draft;
  const set = (at: number, next: Partial<FeeTier>): void => change(tiers.map((tier, index) => (index === at ? { ...tier, ...next } : tier)));
  const field = (at: number, name: keyof FeeTier) => ({ name: `tiers[${at}].${name}`, problem, value: tiers[at]?.[name] ?? "", onInput: (value: string) => set(at, { [name]: value }) });
  return (
    <>
      {tiers.map((_, at) => (
        <div class="row" role="group" aria-label={`Tier ${at + 1}`} key={at}>
          <Field label="From volume" isNumber {...field(at, "fromVolume")} />
          <Field label="Maker's rate" isNumber {...field(at, "makerFeeRate")} />
          <Field label="Taker's rate" isNumber {...field(at, "takerFeeRate")} />
          <button type="button" aria-label={`Take away tier ${at + 1}`} disabled={tiers.length === 1} onClick={() => change(tiers.filter((__, index) => index !== at))}>Take away</button>
        </div>
      ))}
      <div class="row">
        <button type="button" disabled={tiers.length >= MOST_TIERS} onClick={() => change([...tiers, tiers.at(-1) ?? EMPTY.tiers[0]!])}>Add a tier</button>
        <span class="dim">A rate is a decimal: 0.0010 is 0.1 %; below zero is a rebate</span>
      </div>
    </>
  );
}
