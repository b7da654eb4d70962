import { useState } from "preact/hooks";
import { place, put } from "../route/route";
import { hasRole } from "../session/session";

/** The account that the address names; nothing is one's own. */
export function whoseAccount(): string {
  return place.value.query.get("account") ?? "";
}

/** Those who may see others' accounts choose one. */
export function Whose() {
  const [text, setText] = useState(whoseAccount());
  if (!hasRole("ADMIN", "RISK", "AUDITOR")) return null;
  return (
    <form
      class="row whose"
      onSubmit={(event) => {
        event.preventDefault();
        put(place.value.path, { ...Object.fromEntries(place.value.query), account: text.trim() });
      }}
    >
      <input aria-label="Account" placeholder="Account, then Enter" inputMode="numeric" value={text} onInput={(event) => setText(event.currentTarget.value)} />
    </form>
  );
}
