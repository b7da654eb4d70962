import { propose, proposed, sendBecause } from "../control/act";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence } from "../decimal/words";
import { hasRole } from "../session/session";
import { type Block, blocks, useBlocks } from "./blocks";
import { onScope } from "./touched";

const COLUMNS: readonly Column<Block>[] = [
  { title: "Scope", of: (each) => sentence(each.scope) },
  { title: "Who", of: (each) => each.target },
  { title: "State", of: (each) => <span class="badge bad">{sentence(each.state)}</span> },
  { title: "Since", of: (each) => dayAndClock(each.since), class: () => "dim" },
  { title: "Frame", isNumber: true, of: (each) => <a href={`#/journal?seq=${each.sequence}`}>#{each.sequence}</a> },
];

/** Who is held back; a suspension is lifted by one administrator, a kill by two. */
export function HeldBack() {
  const rows = useBlocks();
  const columns = hasRole("ADMIN", "RISK") ? [...COLUMNS, { title: "", of: (each: Block) => <Lift block={each} /> }] : COLUMNS;
  return (
    <Pane title="Held back" isFlush>
      <Refusal problem={blocks.problem.value} />
      <Table name="Held back" rows={rows} keyOf={(each) => `${each.scope} ${each.target} ${each.state}`} columns={columns} empty="Nobody is held back." />
    </Pane>
  );
}

function Lift({ block }: { block: Block }) {
  const { scope, target } = block;
  const isKill = block.state === "KILLED";
  if (!isKill && !hasRole("ADMIN")) return null;
  const who = `${sentence(scope).toLowerCase()} ${target}`;
  const words = isKill ? "Ask to lift it" : "Let in again";
  function ask(): void {
    proposed.value = {
      title: `Let ${who} in again`, word: target, impact: () => onScope(scope, target), after: () => blocks.reload(),
      words: isKill ? "To lift a kill takes two: this asks another administrator, who lifts it by approving." : "New orders are taken again, at once.",
      send: (reason) => (isKill ? propose(reason, { subject: "UNBLOCK", scope, target }) : sendBecause(reason, "/admin/suspend", { scope, target, resume: true })),
    };
  }
  return <button type="button" aria-label={`${words}: ${who}`} onClick={ask}>{words}</button>;
}
