import "../notifications/notifications.css";
import "../programs/keys.css";
import { user } from "../session/session";
import { Contacts } from "./Contacts";
import { PasswordForm } from "./PasswordForm";
import { Profile } from "./Profile";
import { SecondFactor } from "./SecondFactor";
import { Sessions } from "./Sessions";
import { TradingChoices } from "./TradingChoices";

/** Who I am here, how I come in, and what I chose. */
export default function SettingsPage() {
  return (
    <main class="page" id="main" tabIndex={-1}>
      <header><h1>Settings</h1></header>
      <div class="columns">
        {user.value && <Profile key={user.value.id} who={user.value} />}
        <TradingChoices />
        <SecondFactor />
        <PasswordForm />
        <Contacts />
      </div>
      <Sessions />
    </main>
  );
}
