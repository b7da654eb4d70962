import "../programs/keys.css";
import { Dialog } from "../controls/Dialog";
import { copy } from "../programs/copy";

/** By which a receiver knows that a message is from this venue; shown this once. */
export function WebhookSecret({ url, secret, onClose }: { url: string; secret: string; onClose: () => void }) {
  return (
    <Dialog title="The webhook's secret" onClose={() => {}}>
      <p>Messages to <code>{url}</code> are signed with it. It is shown this once and never again: keep it now.</p>
      <dl class="facts secrets">
        <dt>Secret</dt>
        <dd><code data-testid="webhook-secret">{secret}</code> <button type="button" onClick={() => void copy(secret, "Secret")}>Copy</button></dd>
      </dl>
      <div class="row"><span class="stretch" /><button type="button" class="main" onClick={onClose}>I have kept it</button></div>
    </Dialog>
  );
}
