import { useEffect, useState } from "preact/hooks";
import { api } from "../api/api";
import { ChoiceField, Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { sentence } from "../decimal/words";
import { useSubmission } from "../query/submission";
import type { ApiKey } from "./shapes";
import { newNonce, payloadOf, signatureOf } from "./signing";

interface Verified {
  valid: boolean;
  status: string;
  signature: string;
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"].map((each) => [each, each] as const);

/** The exact text that a request signs, its signature, and whether the venue would take it. The secret stays in this page. */
export function SignatureTool({ keys }: { keys: readonly ApiKey[] }) {
  const [asked, setAsked] = useState({ method: "GET", path: "/api/v1/orders", query: "status=OPEN", body: "", timestamp: String(Date.now()), nonce: newNonce() });
  const [secret, setSecret] = useState("");
  const [given, setGiven] = useState("");
  const [made, setMade] = useState({ payload: "", signature: "" });
  const [id, setId] = useState("");
  const isPossible = crypto.subtle !== undefined;
  useEffect(() => {
    if (!isPossible) return;
    let isNewest = true;
    void payloadOf(asked).then(async (payload) => {
      const signature = secret ? await signatureOf(payload, secret) : "";
      if (isNewest) setMade({ payload, signature });
    });
    return () => void (isNewest = false);
  }, [asked, secret]);
  const key = keys.find((each) => each.id === id) ?? keys[0];
  const verify = useSubmission(() => api.post<Verified>(`/api-keys/${key?.id}/verify`, { text: made.payload, signature: given.trim() || made.signature }));
  const field = (name: keyof typeof asked) => ({ name, value: asked[name], onInput: (value: string) => setAsked({ ...asked, [name]: value }) });
  const told = verify.answer.value;
  if (!isPossible) return <Pane title="Signature tool"><p class="dim">This browser signs only on pages that came by https or from this machine.</p></Pane>;
  return (
    <Pane title="Signature tool" tools={<button type="button" class="quiet" onClick={() => setAsked({ ...asked, timestamp: String(Date.now()), nonce: newNonce() })}>New time and nonce</button>}>
      <div class="stack">
        <div class="row"><ChoiceField label="Method" {...field("method")} options={METHODS} /><Field label="Path" {...field("path")} /></div>
        <Field label="Raw query" {...field("query")} />
        <Field label="Body" {...field("body")} />
        <div class="row"><Field label="X-API-Timestamp" {...field("timestamp")} /><Field label="X-API-Nonce" {...field("nonce")} /></div>
        <Field label="Secret (stays here)" name="secret" type="password" value={secret} onInput={setSecret} />
        <h3>Text that is signed</h3>
        <pre class="snippet" tabIndex={0} aria-label="Text that is signed" data-testid="payload">{made.payload}</pre>
        {made.signature && <><h3>X-API-Signature</h3><pre class="snippet" tabIndex={0} aria-label="Signature">{made.signature}</pre></>}
        <Field label="Or a signature that your program made" name="signature" value={given} onInput={setGiven} problem={verify.problem.value} />
        <div class="row">
          <ChoiceField label="Key" name="key" value={key?.id ?? ""} onInput={setId} options={keys.map((each) => [each.id, each.label || each.key] as const)} />
          <button type="button" disabled={!key || (!given && !made.signature)} onClick={() => void verify.send()}>Ask the venue</button>
        </div>
        {told && <p role="status" class={told.valid && told.signature !== "WRONG" ? "up" : "down"}>{told.valid ? "The key would be taken" : `The key is ${sentence(told.status).toLowerCase()}`}; the signature is {sentence(told.signature).toLowerCase()}.</p>}
        <Refusal problem={verify.problem.value} fields={["signature"]} />
      </div>
    </Pane>
  );
}
