import "./notifications.css";
import { Tabs } from "../controls/Tabs";
import { place, put } from "../route/route";
import { Inbox } from "./Inbox";
import { Preferences } from "./Preferences";
import { SubscriptionsView } from "./SubscriptionsView";
import { WebhooksView } from "./WebhooksView";

/** What the venue tells the account, and how it shall. */
export default function NotificationsPage() {
  const tab = place.value.query.get("tab") ?? "inbox";
  return (
    <main class="page" id="main" tabIndex={-1}>
      <header>
        <h1>Notifications</h1>
        <Tabs name="Notifications" value={tab} onPick={(key) => put("/notifications", { tab: key === "inbox" ? null : key })} tabs={[["inbox", "Inbox"], ["preferences", "Preferences"], ["subscriptions", "Subscriptions"], ["webhooks", "Webhooks"]]} />
      </header>
      <View tab={tab} />
    </main>
  );
}

function View({ tab }: { tab: string }) {
  if (tab === "preferences") return <Preferences />;
  if (tab === "subscriptions") return <SubscriptionsView />;
  if (tab === "webhooks") return <WebhooksView />;
  return <Inbox />;
}
