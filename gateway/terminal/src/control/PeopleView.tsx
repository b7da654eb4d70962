import { useState } from "preact/hooks";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence } from "../decimal/words";
import { hasRole, type Role, user } from "../session/session";
import { AdministratorPane } from "./AdministratorPane";
import { proposed, sendBecause } from "./act";
import { onAccount } from "./impact";
import { usePages } from "./pages";

interface Person { id: string; email: string; name: string; role: Role; account: string | null; disabled: boolean; createdAt: string }

const ROLES: readonly Role[] = ["TRADER", "BROKER", "RISK", "AUDITOR", "ADMIN"];

/** Who has an account here, in which role, and whether he is let in. */
export function PeopleView() {
  const [text, setText] = useState("");
  const { told, more } = usePages<Person>("/admin/users", {}, []);
  const after = (): unknown => told.reload();
  const found = told.data.value?.items.filter((each) => `${each.id} ${each.name} ${each.email} ${each.role}`.toLowerCase().includes(text.toLowerCase()));
  const columns: Column<Person>[] = [
    { title: "Person", isNumber: true, of: (each) => each.id },
    { title: "Name", of: (each) => each.name },
    { title: "E-mail", of: (each) => each.email, class: () => "dim" },
    { title: "Role", of: (each) => (hasRole("ADMIN") && each.id !== user.value?.id ? <RoleChoice person={each} after={after} /> : sentence(each.role)) },
    { title: "Account", isNumber: true, of: (each) => (hasAccount(each) ? <a href={`#/ops/accounts?account=${each.account}`}>{each.account}</a> : "–") },
    { title: "Since", of: (each) => dayAndClock(each.createdAt), class: () => "dim" },
    { title: "State", of: (each) => <span class={`badge ${each.disabled ? "bad" : "good"}`}>{each.disabled ? "Kept out" : "Let in"}</span> },
  ];
  if (hasRole("ADMIN")) columns.push({ title: "", of: (each) => each.id !== user.value?.id && <button type="button" aria-label={`${each.disabled ? "Let in" : "Keep out"} ${each.email}`} onClick={() => turn(each, after)}>{each.disabled ? "Let in" : "Keep out"}</button> });
  return (
    <>
      <Refusal problem={told.problem.value} />
      <Pane title="People" isFlush tools={<input class="filter" aria-label="Find a person" placeholder="Name, e-mail, role" value={text} onInput={(event) => setText(event.currentTarget.value)} />}>
        <Table name="People" rows={found} columns={columns} keyOf={(each) => each.id} empty={text ? "None of those shown is called so." : "Nobody has registered yet."} />
        {told.data.value?.hasMore && <div class="pages"><button type="button" onClick={more}>More</button></div>}
      </Pane>
      <AdministratorPane />
    </>
  );
}

/** Who has not logged in yet has none. */
function hasAccount({ account }: Person): boolean {
  return account !== null && account !== "0";
}

function touched(person: Person) {
  return () => (person.account && hasAccount(person) ? onAccount(person.account) : Promise.resolve([{ what: "Account", value: "none" }]));
}

function turn(person: Person, after: () => unknown): void {
  proposed.value = {
    title: `${person.disabled ? "Let in" : "Keep out"} ${person.email}`, word: person.email, after,
    words: person.disabled ? "He and the keys of his account are let in again." : "His sessions end, and he and the keys of his account are kept out, at once. His open orders stay.",
    impact: touched(person),
    send: (reason) => sendBecause(reason, `/admin/users/${person.id}/${person.disabled ? "enable" : "disable"}`),
  };
}

function RoleChoice({ person, after }: { person: Person; after: () => unknown }) {
  return (
    <select
      class="filter"
      aria-label={`Role of ${person.email}`}
      value={person.role}
      onChange={(event) => {
        const role = event.currentTarget.value;
        event.currentTarget.value = person.role;
        proposed.value = {
          title: `Make ${person.email} ${sentence(role).toLowerCase()}`, word: person.email, after,
          words: `From ${sentence(person.role).toLowerCase()} to ${sentence(role).toLowerCase()}, in force at once.`,
          impact: touched(person),
          send: (reason) => sendBecause(reason, `/admin/users/${person.id}/role`, { role }),
        };
      }}
    >
      {ROLES.map((each) => <option key={each} value={each}>{sentence(each)}</option>)}
    </select>
  );
}
