import { api } from "../api/api";
import { onAccount } from "../control/impact";
import { proposed, removeBecause } from "../control/act";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import { sentence } from "../decimal/words";
import { useQuery } from "../query/query";
import { hasRole } from "../session/session";

export interface HeldKey { number: number; key: string; account: string | null; label: string; scopes: string[]; status: string; createdAt: string }

const COLUMNS: readonly Column<HeldKey>[] = [
  { title: "Key", of: (each) => <code>{each.key}</code> },
  { title: "Name", of: (each) => each.label || "–" },
  { title: "May", of: (each) => each.scopes.join(", "), class: (each) => (each.scopes.includes("admin") ? "warn" : "dim") },
  { title: "Since", of: (each) => dayAndClock(each.createdAt), class: () => "dim" },
  { title: "State", of: (each) => <span class={`badge ${each.status === "ACTIVE" ? "good" : ""}`}>{sentence(each.status)}</span> },
];

/** The keys of an account, and ending one of them for good. */
export function KeyPane({ account }: { account: string }) {
  const told = useQuery(() => api.get<{ items: HeldKey[] }>(`/admin/accounts/${account}/api-keys`), [account]);
  return (
    <div>
      <Refusal problem={told.problem.value} />
      <KeyList name="Keys of the account" rows={told.data.value?.items} after={() => told.reload()} empty="It has no keys." />
    </div>
  );
}

export function KeyList({ name, rows, after, empty }: { name: string; rows: readonly HeldKey[] | undefined; after: () => unknown; empty: string }) {
  const columns = hasRole("ADMIN")
    ? [...COLUMNS, { title: "", of: (each: HeldKey) => each.status !== "REVOKED" && <button type="button" aria-label={`Revoke key ${each.key}`} onClick={() => revoke(each, after)}>Revoke</button> }]
    : COLUMNS;
  return <Table name={name} rows={rows} columns={columns} keyOf={(each) => each.key} empty={empty} />;
}

function revoke(key: HeldKey, after: () => unknown): void {
  proposed.value = {
    title: `Revoke key ${key.label || key.key}`, word: key.key, after,
    words: "It signs nothing any more, at once and for good, and its connections are closed. Its orders stay.",
    impact: async () => [
      { what: "It may", value: key.scopes.join(", "), isGrave: key.scopes.includes("admin") },
      { what: "Whose", value: key.account ? `account ${key.account}` : "an administrator's" },
      ...(key.account ? await onAccount(key.account) : []),
    ],
    send: (reason) => removeBecause(reason, `/admin/api-keys/${key.key}`),
  };
}
