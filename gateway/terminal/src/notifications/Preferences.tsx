import { api } from "../api/api";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { sentence } from "../decimal/words";
import { useQuery } from "../query/query";
import { useSubmission } from "../query/submission";
import { OutsideChoices } from "./OutsideChoices";
import { QuietHoursForm } from "./QuietHoursForm";
import { CHANNEL_WORDS, CHANNELS, PRIORITIES, type Preference, TYPES } from "./shapes";

type Change = { type: string | null; channel: string; enabled?: boolean; minPriority?: string };

/** What counts for a type on a channel: its own line, or the channel's, or what the venue does without any. */
export function standing(all: readonly Preference[], type: string | null, channel: string): Preference | { enabled: boolean; minPriority: null } {
  const of = (wanted: string | null) => all.find((each) => each.type === wanted && each.channel === channel);
  return of(type) ?? of(null) ?? { enabled: channel === "IN_APP" || channel === "WEBSOCKET", minPriority: null };
}

/** Which kinds of news reach the account, and how. */
export function Preferences() {
  const found = useQuery(() => api.get<{ items: Preference[] }>("/notifications/preferences"), []);
  const all = found.data.value?.items ?? [];
  const save = useSubmission(async ({ type, channel, ...rest }: Change) => {
    const own = all.find((each) => each.type === type && each.channel === channel);
    const now = standing(all, type, channel);
    await api.post("/notifications/preferences", {
      ...(type && { type }), channel, enabled: now.enabled, ...(now.minPriority && { minPriority: now.minPriority }), ...(own?.quietHours && { quietHours: own.quietHours }), ...rest,
    });
    await found.reload();
  });
  const reset = useSubmission(async () => {
    await api.post("/notifications/preferences/set-defaults");
    await found.reload();
  });
  return (
    <>
      <Pane title="What reaches me, and how" isFlush tools={<button type="button" onClick={() => void reset.send()}>Usual ones</button>}>
        <Refusal problem={found.problem.value ?? save.problem.value ?? reset.problem.value} />
        <table aria-label="Preferences">
          <thead><tr><th scope="col">About</th>{CHANNELS.map((channel) => <th scope="col" key={channel}>{CHANNEL_WORDS[channel]}</th>)}</tr></thead>
          <tbody>
            {[null, ...TYPES].map((type) => (
              <tr key={type ?? ""}>
                <th scope="row">{type ? sentence(type) : "All others"}</th>
                {CHANNELS.map((channel) => {
                  const now = standing(all, type, channel);
                  const of = `${type ? sentence(type) : "All others"}, ${CHANNEL_WORDS[channel] ?? ""}`;
                  return (
                    <td key={channel}>
                      <span class="row">
                        <input type="checkbox" aria-label={of} checked={now.enabled} onChange={(event) => void save.send({ type, channel, enabled: event.currentTarget.checked })} />
                        <select aria-label={`${of}: from which priority on`} disabled={!now.enabled} value={now.minPriority ?? "LOW"} onChange={(event) => void save.send({ type, channel, minPriority: event.currentTarget.value })}>
                          {PRIORITIES.map((each) => <option key={each} value={each}>{sentence(each)}</option>)}
                        </select>
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <p class="none">A tick sends it there, from the chosen priority on.</p>
      </Pane>
      <OutsideChoices />
      <QuietHoursForm all={all} onSaved={() => void found.reload()} />
    </>
  );
}
