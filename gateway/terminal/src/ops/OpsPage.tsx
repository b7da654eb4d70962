import "../control/control.css";
import "../gauges/gauges.css";
import type { ComponentType } from "preact";
import { ActDialog } from "../control/ActDialog";
import { AccountsView } from "../control/AccountsView";
import { MarketsView } from "../control/MarketsView";
import { PeopleView } from "../control/PeopleView";
import { Tabs } from "../controls/Tabs";
import { FeedsView } from "../gauges/FeedsView";
import { HealthView } from "../gauges/HealthView";
import { JournalView } from "../gauges/JournalView";
import { LatencyView } from "../gauges/LatencyView";
import { RatesView } from "../rates/RatesView";
import { put } from "../route/route";
import { type Role, user } from "../session/session";
import { SwitchesView } from "../switches/SwitchesView";
import { FeesView } from "../tariff/FeesView";
import { ApprovalsView } from "../trail/ApprovalsView";
import { AuditView } from "../trail/AuditView";
import { DeliveryView } from "../trail/DeliveryView";

interface View {
  readonly key: string;
  readonly title: string;
  /** Whom the venue lets see it. */
  readonly roles: readonly Role[];
  readonly of: ComponentType;
}

const ALL: readonly Role[] = ["ADMIN", "RISK", "AUDITOR"];

const VIEWS: readonly View[] = [
  { key: "health", title: "Health", roles: ["ADMIN"], of: HealthView },
  { key: "latency", title: "Latency", roles: ["ADMIN"], of: LatencyView },
  { key: "journal", title: "Journal", roles: ALL, of: JournalView },
  { key: "feeds", title: "Feeds", roles: ALL, of: FeedsView },
  { key: "markets", title: "Markets", roles: ALL, of: MarketsView },
  { key: "accounts", title: "Accounts", roles: ALL, of: AccountsView },
  { key: "switches", title: "Switches", roles: ALL, of: SwitchesView },
  { key: "rates", title: "Rates", roles: ALL, of: RatesView },
  { key: "fees", title: "Fees", roles: ALL, of: FeesView },
  { key: "people", title: "People", roles: ALL, of: PeopleView },
  { key: "letters", title: "Dead letters", roles: ALL, of: DeliveryView },
  { key: "approvals", title: "Approvals", roles: ALL, of: ApprovalsView },
  { key: "audit", title: "Audit", roles: ["ADMIN", "AUDITOR"], of: AuditView },
];

/** Operations: how the venue is, what may be done to it, and what was done. */
export default function OpsPage({ parts }: { parts: Record<string, string> }) {
  const role = user.value?.role;
  const views = VIEWS.filter((view) => role && view.roles.includes(role));
  const view = views.find(({ key }) => key === parts["part"]) ?? views[0];
  if (!view) return <main class="page" id="main" tabIndex={-1}><p class="blank" aria-busy="true">Loading…</p></main>;
  return (
    <main class="page ops" id="main" tabIndex={-1}>
      <header>
        <h1>Operations</h1>
        <Tabs name="Parts of operations" tabs={views.map(({ key, title }) => [key, title] as const)} value={view.key} onPick={(key) => put(`/ops/${key}`)} />
      </header>
      <view.of key={view.key} />
      <ActDialog />
    </main>
  );
}
