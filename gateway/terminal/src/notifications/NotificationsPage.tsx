import "./notifications.css";
import { Tabs } from "../controls/Tabs";
import { place, put } from "../route/route";
import { Inbox } from "./Inbox";
import { Preferences } from "./Preferences";

/** What the venue tells the account, and how it shall. */
export default function NotificationsPage() {
  const tab = place.value.query.get("tab") ?? "inbox";
  return (
    <main class="page" id="main" tabIndex={-1}>
      <header>
        <h1>Notifications</h1>
        <Tabs name="Notifications" value={tab} onPick={(key) => put("/notifications", { tab: key === "inbox" ? null : key })} tabs={[["inbox", "Inbox"], ["preferences", "Preferences"]]} />
      </header>
      {tab === "preferences" ? <Preferences /> : <Inbox />}
    </main>
  );
}
