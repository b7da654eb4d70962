import "./gauges.css";

/** How much of what there is, as a bar; a second mark where it was at its highest. */
export function Meter({ name, value, most, peak }: { name: string; value: number; most: number; peak?: number }) {
  const share = most > 0 ? Math.min(1, Math.max(0, value / most)) : 0;
  const tone = share >= 0.8 ? "bad" : share >= 0.5 ? "warn" : "good";
  return (
    <span class="meter" role="meter" aria-label={name} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)}>
      <i class={tone} style={{ width: `${(share * 100).toFixed(2)}%` }} />
      {peak !== undefined && most > 0 && <b style={{ left: `${Math.min(100, (peak / most) * 100).toFixed(2)}%` }} />}
    </span>
  );
}
