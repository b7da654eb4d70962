import { useState } from "preact/hooks";
import { api } from "../api/api";
import { ChoiceField, Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { useSubmission } from "../query/submission";
import { standing } from "./Preferences";
import { CHANNEL_WORDS, CHANNELS, type Preference } from "./shapes";

const FIELDS = ["start", "end", "zone", "quietHours.start", "quietHours.end", "quietHours.zone"];

/** Hours in which a channel keeps still: what comes meanwhile is told together afterwards. */
export function QuietHoursForm({ all, onSaved }: { all: readonly Preference[]; onSaved: () => void }) {
  const [channel, setChannel] = useState<string>("EMAIL");
  const own = all.find((each) => each.type === null && each.channel === channel)?.quietHours ?? null;
  const [start, setStart] = useState("22:00");
  const [end, setEnd] = useState("07:00");
  const [zone, setZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC");
  const save = useSubmission(async (hours: { start: string; end: string; zone: string } | null) => {
    const now = standing(all, null, channel);
    await api.post("/notifications/preferences", { channel, enabled: now.enabled, ...(now.minPriority && { minPriority: now.minPriority }), quietHours: hours });
    onSaved();
  });
  const problem = save.problem.value;
  const at = (name: string) => (problem?.field?.endsWith(name) ? problem.message : null);
  return (
    <Pane title="Quiet hours">
      <form
        class="inline"
        onSubmit={(event) => {
          event.preventDefault();
          void save.send({ start: start.trim(), end: end.trim(), zone: zone.trim() });
        }}
      >
        <ChoiceField label="Channel" name="channel" value={channel} onInput={setChannel} options={CHANNELS.map((each) => [each, CHANNEL_WORDS[each] ?? each] as const)} />
        <Field label="From" name="start" value={start} onInput={setStart} wrong={at("start")} placeholder="22:00" />
        <Field label="To" name="end" value={end} onInput={setEnd} wrong={at("end")} placeholder="07:00" />
        <Field label="Time zone" name="zone" value={zone} onInput={setZone} wrong={at("zone")} />
        <button type="submit" class="main" disabled={save.isPending.value}>Keep still</button>
        {own && <button type="button" onClick={() => void save.send(null)}>No quiet hours</button>}
      </form>
      <p class="dim">{own ? `Now from ${own.start} to ${own.end}, ${own.zone}.` : "None on this channel."} What is critical is told at once.</p>
      <Refusal problem={problem} fields={FIELDS} />
    </Pane>
  );
}
