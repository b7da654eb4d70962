import { useState } from "preact/hooks";
import { api } from "../api/api";
import { Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { useSubmission } from "../query/submission";
import { say } from "../shell/notes";

export function PasswordForm() {
  const [password, setPassword] = useState("");
  const [next, setNext] = useState("");
  const save = useSubmission(async () => {
    const { endedSessions } = await api.put<{ endedSessions: number }>("/users/me/password", { password, newPassword: next });
    setPassword("");
    setNext("");
    say(`Password changed; ${endedSessions} other sessions ended`, "good");
  });
  const problem = save.problem.value;
  return (
    <Pane title="Password">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save.send();
        }}
      >
        <Field label="Password now" name="password" type="password" autocomplete="current-password" value={password} onInput={setPassword} problem={problem} />
        <Field label="New password" name="newPassword" type="password" autocomplete="new-password" value={next} onInput={setNext} problem={problem} hint="12 to 128 characters" />
        <Refusal problem={problem} fields={["password", "newPassword"]} />
        <div class="actions"><button type="submit" class="main" disabled={!password || !next || save.isPending.value}>Change it</button></div>
      </form>
    </Pane>
  );
}
