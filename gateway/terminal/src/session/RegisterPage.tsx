import { useState } from "preact/hooks";
import { api } from "../api/api";
import { Field } from "../controls/Field";
import { Refusal } from "../controls/Refusal";
import { useSubmission } from "../query/submission";
import { go } from "../route/route";
import { logIn } from "./session";

const FIELDS = ["name", "email", "password"];

/** A new person; the venue answers the same for an address that is taken, and the log-in behind it then fails. */
export default function RegisterPage() {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const registration = useSubmission(async () => {
    await api.post("/auth/register", { email: email.trim(), password, name: name.trim() });
    await logIn(email.trim(), password, "");
    go("/");
  });
  const problem = registration.problem.value;
  return (
    <main class="entrance" id="main" tabIndex={-1}>
      <section class="pane">
        <div class="inside">
          <h1>Register</h1>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void registration.send();
            }}
          >
            <Field label="Name" name="name" autocomplete="name" value={name} onInput={setName} problem={problem} required autofocus />
            <Field label="E-mail" name="email" type="email" autocomplete="username" value={email} onInput={setEmail} problem={problem} required />
            <Field label="Password" name="password" type="password" autocomplete="new-password" value={password} onInput={setPassword} problem={problem} hint="12 to 128 characters" required />
            <Refusal problem={problem} fields={FIELDS} />
            <button type="submit" class="main" disabled={registration.isPending.value}>
              {registration.isPending.value ? "Registering…" : "Register"}
            </button>
          </form>
          <p class="dim">You have an account? <a href="#/login">Log in</a></p>
        </div>
      </section>
    </main>
  );
}
