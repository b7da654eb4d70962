import { Pane } from "../controls/Pane";
import { user } from "../session/session";

/** Who I am here, and what I chose. */
export default function SettingsPage() {
  const who = user.value;
  return (
    <main class="page" id="main" tabIndex={-1}>
      <header><h1>Settings</h1></header>
      <div class="columns">
        <Pane title="Account">
          {who && (
            <dl class="facts">
              <dt>Name</dt><dd>{who.name}</dd>
              <dt>E-mail</dt><dd>{who.email}</dd>
              <dt>Role</dt><dd>{who.role}</dd>
              <dt>Account</dt><dd>{who.account ?? "none"}</dd>
            </dl>
          )}
        </Pane>
      </div>
    </main>
  );
}
