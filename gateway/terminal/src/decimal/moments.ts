/** Times as they are shown: of the reader's own zone, to the second or to the millisecond. */

function pad(value: number, digits = 2): string {
  return String(value).padStart(digits, "0");
}

/** 14:03:59 */
export function clock(moment: string | null | undefined): string {
  if (!moment) return "–";
  const at = new Date(moment);
  return `${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`;
}

/** 14:03:59.125 */
export function fineClock(moment: string | null | undefined): string {
  if (!moment) return "–";
  return `${clock(moment)}.${pad(new Date(moment).getMilliseconds(), 3)}`;
}

/** 14:03:59 of today, 2026-11-21 14:03:59 of another day. */
export function recent(moment: string | null | undefined, now = new Date()): string {
  if (!moment) return "–";
  return new Date(moment).toDateString() === now.toDateString() ? clock(moment) : dayAndClock(moment);
}

/** 2026-11-22 14:03:59 */
export function dayAndClock(moment: string | null | undefined): string {
  if (!moment) return "–";
  const at = new Date(moment);
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())} ${clock(moment)}`;
}
