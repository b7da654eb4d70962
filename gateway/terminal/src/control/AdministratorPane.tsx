import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { useQuery } from "../query/query";
import { type HeldKey, KeyList } from "../switches/KeyPane";

interface Administrators { people: { id: string; name: string; status: string }[]; keys: HeldKey[]; standing: number }

/** Keys that may administer; the last administrator who can still come in is not let go of. */
export function AdministratorPane() {
  const told = useQuery(() => api.get<Administrators>("/admin/administrators"), [], { everyMillis: 10_000 });
  const found = told.data.value;
  return (
    <Pane title="Keys that may administer" isFlush tools={found && <span class={found.standing > 1 ? "dim" : "warn"}>{found.standing === 1 ? "one administrator can come in: it cannot be let go of" : `${found.standing} administrators can come in`}</span>}>
      <Refusal problem={told.problem.value} />
      <KeyList name="Keys that may administer" rows={found?.keys} after={() => told.reload()} empty="None: only people do." />
    </Pane>
  );
}
