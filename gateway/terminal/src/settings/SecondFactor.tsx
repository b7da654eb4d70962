import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api } from "../api/api";
import { Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { useQuery } from "../query/query";
import { useSubmission } from "../query/submission";
import { copy } from "../programs/copy";
import { reloadUser } from "../session/session";

/** Comes when it is first wanted. */
const QrCode = signal<FunctionComponent<{ text: string; name: string }> | null>(null);

interface Begun {
  secret: string;
  uri: string;
}

/** A code of an authenticator beside the password: begin, confirm, codes for paper, do without. */
export function SecondFactor() {
  const standing = useQuery(() => api.get<{ enabled: boolean; recoveryCodesLeft: number }>("/users/me/second-factor"), []);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const begin = useSubmission(() => api.post<Begun>("/users/me/second-factor", { password }));
  const confirm = useSubmission(async () => {
    const { recoveryCodes } = await api.post<{ recoveryCodes: string[] }>("/users/me/second-factor/confirm", { code: code.trim() });
    done(recoveryCodes);
  });
  const renew = useSubmission(async () => {
    const { recoveryCodes } = await api.post<{ recoveryCodes: string[] }>("/users/me/second-factor/recovery-codes", { password });
    done(recoveryCodes);
  });
  const disable = useSubmission(async () => {
    await api.post("/users/me/second-factor/disable", { password });
    done(null);
  });
  function done(told: readonly string[] | null): void {
    setCodes(told);
    setPassword("");
    setCode("");
    begin.clear();
    void standing.reload();
    void reloadUser();
  }
  const isOn = standing.data.value?.enabled ?? false;
  const begun = begin.answer.value;
  const problem = begin.problem.value ?? confirm.problem.value ?? renew.problem.value ?? disable.problem.value;
  return (
    <Pane title="Second factor" tools={<span class={`badge ${isOn ? "good" : "warn"}`}>{isOn ? "On" : "Off"}</span>}>
      <div class="stack">
        {codes && <Paper codes={codes} onKept={() => setCodes(null)} />}
        {begun && !isOn && <Secret begun={begun} />}
        {begun && !isOn
          ? (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                void confirm.send();
              }}
            >
              <Field label="Code that the authenticator shows" name="code" inputMode="numeric" autocomplete="one-time-code" value={code} onInput={setCode} problem={confirm.problem.value} />
              <div class="actions"><button type="submit" class="main" disabled={code.trim() === ""}>Switch it on</button></div>
            </form>
          )
          : (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                void (isOn ? renew.send() : begin.send());
              }}
            >
              {isOn && <p class="dim">{standing.data.value?.recoveryCodesLeft} codes for paper are left.</p>}
              <Field label="Password" name="password" type="password" autocomplete="current-password" value={password} onInput={setPassword} problem={problem} />
              <div class="actions">
                {isOn && <button type="button" onClick={() => void disable.send()} disabled={!password}>Do without</button>}
                <button type="submit" class="main" disabled={!password}>{isOn ? "New codes for paper" : "Set it up"}</button>
              </div>
            </form>
          )}
        <Refusal problem={problem ?? standing.problem.value} fields={["code", "password"]} />
      </div>
    </Pane>
  );
}

function Secret({ begun }: { begun: Begun }) {
  useEffect(() => {
    if (!QrCode.value) void import("./QrCode").then((module) => (QrCode.value = module.default));
  }, []);
  const Code = QrCode.value;
  return (
    <>
      <p>Let an authenticator see this code, or type the secret into it (six digits, thirty seconds).</p>
      <div class="qr-place">{Code && <Code text={begun.uri} name="The same for a camera" />}</div>
      <pre class="snippet" tabIndex={0} aria-label="Secret">{begun.secret.replace(/(.{4})/g, "$1 ").trim()}</pre>
      <div class="row">
        <button type="button" onClick={() => void copy(begun.secret, "Secret")}>Copy secret</button>
        <button type="button" onClick={() => void copy(begun.uri, "Address")}>Copy address</button>
      </div>
    </>
  );
}

function Paper({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <>
      <p>Write these down: each is good once in place of a code, and they are not shown again.</p>
      <pre class="snippet" tabIndex={0} aria-label="Codes for paper">{codes.join("\n")}</pre>
      <div class="row"><button type="button" onClick={() => void copy(codes.join("\n"), "Codes")}>Copy</button><button type="button" class="main" onClick={onKept}>I have kept them</button></div>
    </>
  );
}
