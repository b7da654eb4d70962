import { venue } from "../stream/venue";

const WORDS = { CONNECTING: "Connecting", LIVE: "Live", STALE: "Stale", OFFLINE: "Offline" };

/** How the connection stands: in a word, the lag of a heartbeat, and the newest frame that was told. */
export function Line() {
  const standing = venue.standing.value;
  const lag = venue.roundTrip.value;
  return (
    <span class={`line line-${standing.toLowerCase()}`} data-testid="line" title="Connection to the venue">
      <i aria-hidden="true" />
      {WORDS[standing]}
      {standing === "LIVE" && lag !== null && <span class="lag">{Math.round(lag)} ms</span>}
      <span class="sequence" title="Newest frame of the journal">#{venue.sequence}</span>
    </span>
  );
}
