import "../control/control.css";
import "../gauges/gauges.css";
import type { ComponentType } from "preact";
import { Tabs } from "../controls/Tabs";
import { Whose } from "../portfolio/Whose";
import { place, put } from "../route/route";
import { MetricsView } from "./MetricsView";
import { RulesView } from "./RulesView";
import { SizeView } from "./SizeView";
import { StressView } from "./StressView";

const VIEWS: readonly (readonly [key: string, title: string, of: ComponentType])[] = [
  ["standing", "Standing", MetricsView],
  ["rules", "Rules", RulesView],
  ["size", "Position size", SizeView],
  ["stress", "Stress test", StressView],
];

/** Risk: where an account stands, which rules hold it, and what could happen. */
export default function RiskPage({ parts }: { parts: Record<string, string> }) {
  const [key, , View] = VIEWS.find(([each]) => each === parts["part"]) ?? VIEWS[0]!;
  return (
    <main class="page ops" id="main" tabIndex={-1}>
      <header>
        <h1>Risk</h1>
        <Tabs name="Parts of risk" tabs={VIEWS.map(([each, title]) => [each, title] as const)} value={key} onPick={(next) => put(`/risk/${next}`, Object.fromEntries(place.value.query))} />
        <span class="stretch" />
        {(key === "standing" || key === "stress") && <Whose />}
      </header>
      <View />
    </main>
  );
}
