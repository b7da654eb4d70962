import { useState } from "preact/hooks";
import { Pane } from "../controls/Pane";
import { type Column, Table } from "../controls/Table";
import { sentence } from "../decimal/words";
import { hasRole } from "../session/session";
import type { Edited } from "./RateDialog";
import type { Fare } from "./shapes";

const SHOWN = 40;

/** What one request of each route costs; of the many routes, those that are looked for. */
export function FarePane({ fares, edit }: { fares: readonly Fare[] | null; edit: (edited: Edited) => void }) {
  const [text, setText] = useState("");
  const found = fares?.filter(({ method, path, group }) => `${method} ${path} ${group}`.toLowerCase().includes(text.toLowerCase()));
  const columns: Column<Fare>[] = [
    { title: "Route", of: (each) => <code>{each.method} {each.path.replace("/api/v1", "")}</code> },
    { title: "Of", of: (each) => sentence(each.group), class: () => "dim" },
    { title: "Weight", isNumber: true, of: (each) => each.weight },
  ];
  if (hasRole("ADMIN")) columns.push({
    title: "",
    of: (each) => <button type="button" aria-label={`Change the weight of ${each.method} ${each.path}`} onClick={() => edit({ kind: "weight", title: `${each.method} ${each.path}`, path: "routes", method: each.method, route: each.path, weight: each.weight, word: String(each.weight) })}>Change</button>,
  });
  return (
    <Pane title="What a request costs" isFlush tools={<input class="filter" aria-label="Find a route" placeholder="Method, path, kind" value={text} onInput={(event) => setText(event.currentTarget.value)} />}>
      <Table name="Fares" rows={found?.slice(0, SHOWN)} columns={columns} keyOf={(each) => `${each.method} ${each.path}`} empty="No route is called so." />
      {found && found.length > SHOWN && <p class="none">{found.length - SHOWN} more: look for them by a word.</p>}
    </Pane>
  );
}
