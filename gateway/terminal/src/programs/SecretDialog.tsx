import { useState } from "preact/hooks";
import { Dialog } from "../controls/Dialog";
import { Tabs } from "../controls/Tabs";
import { copy } from "./copy";
import type { MadeKey } from "./shapes";
import { type Language, LANGUAGES, snippet } from "./snippets";

/** A key and its secret, this once. */
export function SecretDialog({ made, onClose }: { made: MadeKey; onClose: () => void }) {
  const [language, setLanguage] = useState<Language>("shell");
  const secret = made.secret ?? "";
  const text = snippet(language, location.origin, made.key, secret);
  return (
    <Dialog title="Your new key" onClose={() => {}}>
      <p>{secret ? "The secret is shown this once and never again: keep it now." : "The venue knows its public key; the private one never leaves you."}</p>
      <dl class="facts secrets">
        <dt>Key</dt><dd><code data-testid="new-key">{made.key}</code> <button type="button" onClick={() => void copy(made.key, "Key")}>Copy</button></dd>
        {secret && <><dt>Secret</dt><dd><code data-testid="new-secret">{secret}</code> <button type="button" onClick={() => void copy(secret, "Secret")}>Copy</button></dd></>}
      </dl>
      {secret && (
        <>
          <Tabs name="Ready to run" value={language} onPick={(key) => setLanguage(key as Language)} tabs={LANGUAGES.map((each) => [each, each] as const)} />
          <pre class="snippet" tabIndex={0} aria-label={`Ready to run in ${language}`}>{text}</pre>
        </>
      )}
      <div class="row">
        {secret && <button type="button" onClick={() => void copy(text, "Snippet")}>Copy snippet</button>}
        <span class="stretch" />
        <button type="button" class="main" onClick={onClose}>I have kept it</button>
      </div>
    </Dialog>
  );
}
