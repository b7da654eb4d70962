import { useState } from "preact/hooks";
import { Field } from "../controls/Field";
import { Refusal } from "../controls/Refusal";
import { useSubmission } from "../query/submission";
import { go } from "../route/route";
import { logIn } from "./session";

/** Address, password, and a code where the person has a second factor: asked for when the venue does. */
export default function LoginPage() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const login = useSubmission(async () => {
    await logIn(email.trim(), password, code.trim());
    go("/");
  });
  const problem = login.problem.value;
  const wantsCode = code !== "" || problem?.code === "SECOND_FACTOR_REQUIRED";
  return (
    <main class="entrance" id="main" tabIndex={-1}>
      <section class="pane">
        <div class="inside">
          <h1>Log in</h1>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void login.send();
            }}
          >
            <Field label="E-mail" name="email" type="email" autocomplete="username" value={email} onInput={setEmail} problem={problem} required autofocus />
            <Field label="Password" name="password" type="password" autocomplete="current-password" value={password} onInput={setPassword} problem={problem} required />
            {wantsCode && (
              <Field label="Code of your second factor" name="code" inputMode="numeric" autocomplete="one-time-code" value={code} onInput={setCode} problem={problem} hint="Six digits, or one of your codes for paper" />
            )}
            <Refusal problem={problem} fields={["email", "password", ...(wantsCode ? ["code", "X-Second-Factor"] : [])]} />
            <button type="submit" class="main" disabled={login.isPending.value}>
              {login.isPending.value ? "Logging in…" : "Log in"}
            </button>
          </form>
          <p class="dim">No account yet? <a href="#/register">Register</a></p>
        </div>
      </section>
    </main>
  );
}
