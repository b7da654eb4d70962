import { useState } from "preact/hooks";
import { api } from "../api/api";
import { ChoiceField, Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { dayAndClock } from "../decimal/moments";
import { useQuery } from "../query/query";
import { useSubmission } from "../query/submission";

interface Contact {
  channel: string;
  address: string;
  confirmedAt: string | null;
}

/** Where notifications may be sent: addresses that were shown to be the person's own. */
export function Contacts() {
  const found = useQuery(() => api.get<{ items: Contact[] }>("/users/me/contacts"), []);
  const [channel, setChannel] = useState("email");
  const [address, setAddress] = useState("");
  const [code, setCode] = useState("");
  const begin = useSubmission(() => api.put<{ expiresAt: string }>(`/users/me/contacts/${channel}`, { address: address.trim() }));
  const confirm = useSubmission(async () => {
    await api.post(`/users/me/contacts/${channel}/confirm`, { code: code.trim() });
    begin.clear();
    setCode("");
    await found.reload();
  });
  const remove = useSubmission(async (which: string) => {
    await api.remove(`/users/me/contacts/${which.toLowerCase()}`);
    await found.reload();
  });
  const problem = confirm.problem.value ?? begin.problem.value ?? remove.problem.value ?? found.problem.value;
  return (
    <Pane title="Where I am told">
      <dl class="facts">
        {found.data.value?.items.map((each) => (
          <>
            <dt>{each.channel === "EMAIL" ? "E-mail" : "Text message"}</dt>
            <dd>{each.address} <span class="dim">{dayAndClock(each.confirmedAt)}</span> <button type="button" onClick={() => void remove.send(each.channel)}>Remove</button></dd>
          </>
        ))}
      </dl>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void (begin.answer.value ? confirm.send() : begin.send());
        }}
      >
        <div class="row">
          <ChoiceField label="By" name="channel" value={channel} onInput={setChannel} options={[["email", "E-mail"], ["sms", "Text message"]]} />
          <Field label="Address" name="address" value={address} onInput={setAddress} problem={problem} />
        </div>
        {begin.answer.value && <Field label="Code that was sent there" name="code" inputMode="numeric" value={code} onInput={setCode} problem={problem} hint="Ten minutes, five guesses" />}
        <Refusal problem={problem} fields={["address", "code"]} />
        <div class="actions"><button type="submit" disabled={!address || begin.isPending.value || confirm.isPending.value}>{begin.answer.value ? "Confirm" : "Send a code"}</button></div>
      </form>
    </Pane>
  );
}
