/** How often the venue is asked for a heartbeat, and from when on its silence counts. In milliseconds. */
export const BEAT_MILLIS = 1_000;
export const STALE_MILLIS = 3_000;
export const LOST_MILLIS = 9_000;

/** Waits between tries to connect: twice as long each time, drawn between half and all, at most five seconds. */
export function waitMillis(tries: number, random: () => number = Math.random): number {
  const most = Math.min(5_000, 250 * 2 ** Math.min(tries, 10));
  return Math.round(most / 2 + (random() * most) / 2);
}

/** Whether the connection still says something. */
export class Pulse {
  private heardAt: number;
  private asked = new Map<number, number>();
  /** From asking to hearing, of the last heartbeat; null before one came. */
  roundTrip: number | null = null;

  constructor(private readonly now: () => number) {
    this.heardAt = now();
  }

  ask(id: number): void {
    this.asked.set(id, this.now());
  }

  heard(id: number | undefined): void {
    this.heardAt = this.now();
    const at = id === undefined ? undefined : this.asked.get(id);
    if (at === undefined) return;
    this.roundTrip = this.heardAt - at;
    this.asked.clear();
  }

  get silence(): number {
    return this.now() - this.heardAt;
  }

  get isStale(): boolean {
    return this.silence >= STALE_MILLIS;
  }

  get isLost(): boolean {
    return this.silence >= LOST_MILLIS;
  }
}
