import { useState } from "preact/hooks";
import { api } from "../api/api";
import { Check, ChoiceField, Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { useSubmission } from "../query/submission";
import { listed, type MadeKey } from "./shapes";

const SCOPES = [["read", "Read"], ["trade", "Trade"], ["withdraw", "Withdraw"]] as const;
const FIELDS = ["label", "addresses", "instruments", "maxOrderQuantity", "maxOrderValue", "expiresAt", "publicKey", "algorithm"];
const BLANK = { label: "", addresses: "", instruments: "", maxOrderQuantity: "", maxOrderValue: "", expiresAt: "", algorithm: "HMAC_SHA256", publicKey: "" };

/** A new key, with the terms that bind it. */
export function KeyForm({ onMade }: { onMade: (made: MadeKey) => void }) {
  const [typed, setTyped] = useState(BLANK);
  const [scopes, setScopes] = useState<readonly string[]>(["read"]);
  const make = useSubmission(async () => {
    const text = (name: "maxOrderQuantity" | "maxOrderValue" | "label") => typed[name].trim() && { [name]: typed[name].trim() };
    const made = await api.post<MadeKey>("/api-keys", {
      scopes,
      ...text("label"), ...text("maxOrderQuantity"), ...text("maxOrderValue"),
      ...(listed(typed.addresses) && { addresses: listed(typed.addresses) }),
      ...(listed(typed.instruments) && { instruments: listed(typed.instruments) }),
      ...(typed.expiresAt && { expiresAt: new Date(typed.expiresAt).toISOString() }),
      ...(typed.algorithm === "ED25519" && { algorithm: "ED25519", publicKey: typed.publicKey.trim() }),
    });
    setTyped(BLANK);
    onMade(made);
  });
  const problem = make.problem.value;
  const field = (name: keyof typeof BLANK) => ({ name, value: typed[name], onInput: (value: string) => setTyped({ ...typed, [name]: value }), problem });
  return (
    <Pane title="New key">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make.send();
        }}
      >
        <Field label="Name" maxLength={64} {...field("label")} />
        <div class="row" role="group" aria-label="What it may do">
          {SCOPES.map(([scope, words]) => (
            <Check key={scope} label={words} value={scopes.includes(scope)} onInput={(isOn) => setScopes(isOn ? [...scopes, scope] : scopes.filter((each) => each !== scope))} />
          ))}
        </div>
        <Field label="Addresses and networks" placeholder="any" hint="Such as 192.0.2.7, 10.0.0.0/8" {...field("addresses")} />
        <Field label="Markets" placeholder="any" hint="Such as BTC-USD, ETH-BTC" {...field("instruments")} />
        <div class="row">
          <Field label="Largest quantity" isNumber placeholder="any" {...field("maxOrderQuantity")} />
          <Field label="Largest value" isNumber placeholder="any" {...field("maxOrderValue")} />
        </div>
        <Field label="Ends" type="datetime-local" {...field("expiresAt")} />
        <ChoiceField label="Signs with" {...field("algorithm")} options={[["HMAC_SHA256", "A secret (HMAC-SHA256)"], ["ED25519", "A key pair of mine (Ed25519)"]]} />
        {typed.algorithm === "ED25519" && <Field label="Public key, base64" {...field("publicKey")} />}
        <Refusal problem={problem} fields={FIELDS} />
        <button type="submit" class="main" disabled={scopes.length === 0 || make.isPending.value}>Make the key</button>
      </form>
    </Pane>
  );
}
