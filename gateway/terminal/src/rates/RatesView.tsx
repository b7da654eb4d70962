import { useState } from "preact/hooks";
import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { sentence } from "../decimal/words";
import { useQuery } from "../query/query";
import { hasRole } from "../session/session";
import { BanPane } from "./BanPane";
import { FarePane } from "./FarePane";
import { type Edited, RateDialog } from "./RateDialog";
import type { Limits, Plan } from "./shapes";

interface Row { readonly key: string; readonly title: string; readonly path: string; readonly plan: Plan; readonly endpoint: Plan; readonly orders: number | undefined }

function rows({ tiers, address }: Limits): Row[] {
  const orders = (groups: Limits["address"]["groups"]): number | undefined => groups.find(({ group }) => group === "ORDERS")?.most;
  return [
    ...tiers.map((each) => ({ key: each.tier, title: `${sentence(each.tier)} accounts`, path: `tiers/${each.tier}`, plan: each.account, endpoint: each.endpoint, orders: orders(each.groups) })),
    { key: "ADDRESS", title: "One address", path: "address", plan: address.all, endpoint: address.endpoint, orders: orders(address.groups) },
  ];
}

function plan({ perSecond, burst }: Plan): string {
  return `${perSecond.toLocaleString("en-US")} /s, ${burst.toLocaleString("en-US")} at once`;
}

/** How much may be asked, by whom and of what; changed while the venue runs, in force with the next request. */
export function RatesView() {
  const told = useQuery(() => api.get<Limits>("/admin/limits/requests"), [], { everyMillis: 5_000 });
  const [edited, setEdited] = useState<Edited | null>(null);
  const limits = told.data.value;
  const isAdmin = hasRole("ADMIN");
  const after = (): unknown => told.reload();
  const plans: Column<Row>[] = [
    { title: "Who", of: (each) => <b>{each.title}</b> },
    { title: "In all", isNumber: true, of: (each) => plan(each.plan) },
    { title: "One route", isNumber: true, of: (each) => plan(each.endpoint), class: () => "dim" },
    { title: `Orders in ${limits?.window.seconds ?? 60} s`, isNumber: true, of: (each) => each.orders?.toLocaleString("en-US") ?? "–" },
  ];
  const shares: Column<Limits["window"]["groups"][number]>[] = [
    { title: "Routes of", of: (each) => sentence(each.group) },
    { title: "Share", isNumber: true, of: (each) => `${each.percent} %` },
  ];
  if (isAdmin) {
    plans.push({ title: "", of: (each) => <button type="button" aria-label={`Change ${each.title}`} onClick={() => setEdited({ kind: "plan", title: each.title, path: each.path, plan: each.plan, word: each.key })}>Change</button> });
    shares.push({ title: "", of: (each) => <button type="button" aria-label={`Change the share of ${each.group}`} onClick={() => setEdited({ kind: "share", title: `The share of ${sentence(each.group).toLowerCase()}`, path: `groups/${each.group}`, percent: each.percent, word: each.group })}>Change</button> });
  }
  return (
    <>
      <Refusal problem={told.problem.value} />
      <div class="columns wide">
        <Pane title="Requests, in weight" isFlush><Table name="Plans" rows={limits && rows(limits)} columns={plans} keyOf={(each) => each.key} /></Pane>
        <Pane title={`Shares in any ${limits?.window.seconds ?? 60} seconds`} isFlush><Table name="Shares" rows={limits?.window.groups} columns={shares} keyOf={(each) => each.group} /></Pane>
      </div>
      <BanPane limits={limits} />
      <FarePane fares={limits?.routes ?? null} edit={setEdited} />
      {edited && <RateDialog edited={edited} onClose={() => setEdited(null)} after={after} />}
    </>
  );
}
