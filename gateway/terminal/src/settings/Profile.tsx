import { useState } from "preact/hooks";
import { api } from "../api/api";
import { Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { sentence } from "../decimal/words";
import { useSubmission } from "../query/submission";
import { reloadUser, type User } from "../session/session";
import { say } from "../shell/notes";

export function Profile({ who }: { who: User }) {
  const [name, setName] = useState(who.name);
  const save = useSubmission(async () => {
    await api.patch("/users/me", { name: name.trim() });
    await reloadUser();
    say("Saved", "good");
  });
  return (
    <Pane title="Me">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save.send();
        }}
      >
        <dl class="facts">
          <dt>E-mail</dt><dd>{who.email}</dd>
          <dt>Role</dt><dd>{sentence(who.role)}</dd>
          <dt>Account</dt><dd>{who.account ?? "none"}</dd>
        </dl>
        <Field label="Name" name="name" value={name} onInput={setName} problem={save.problem.value} />
        <Refusal problem={save.problem.value} fields={["name"]} />
        <div class="actions"><button type="submit" class="main" disabled={save.isPending.value || name.trim() === who.name}>Save</button></div>
      </form>
    </Pane>
  );
}
