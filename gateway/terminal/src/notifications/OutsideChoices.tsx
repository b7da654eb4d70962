import { useState } from "preact/hooks";
import { Check } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { OUTSIDE, type Outside, want, wanted } from "../shell/outside";

/** What this browser says while its page is not looked at; it is asked whether it may when something is switched on. */
export function OutsideChoices() {
  const [isRefused, setRefused] = useState(false);
  async function choose(kind: Outside, isWanted: boolean, box: HTMLInputElement): Promise<void> {
    const isDone = await want(kind, isWanted);
    setRefused(!isDone);
    if (!isDone) box.checked = false;
  }
  return (
    <Pane title="This browser, while the page is not looked at">
      <div class="row" role="group" aria-label="Browser notifications">
        {OUTSIDE.map(([kind, words]) => (
          <Check key={kind} label={words} value={wanted.value.has(kind)} onInput={(value, box) => void choose(kind, value, box)} />
        ))}
      </div>
      <p class="dim">Halts are told to who subscribes to markets: see Subscriptions. Tabs that are closed say nothing.</p>
      {isRefused && <p class="warn" role="alert">The browser does not allow notifications of this page: allow them in its settings, then choose again.</p>}
    </Pane>
  );
}
