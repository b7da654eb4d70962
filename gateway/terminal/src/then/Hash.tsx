/** The state of the whole venue as one number: made again just now, beside what was written down then. */
export function Hash({ made, recorded, agrees }: { made: string; recorded?: string | null; agrees?: boolean | null }) {
  return (
    <p class="hash">
      <span class="dim">State hash</span>
      <code>{made}</code>
      {recorded === undefined || recorded === null
        ? <span class="dim">run again just now; none was written down at this frame</span>
        : <><code>{recorded}</code><span class={`badge ${agrees ? "good" : "bad"}`}>{agrees ? "agrees with the record" : "differs from the record"}</span></>}
    </p>
  );
}
