/** How history is kept, as the venue tells it. */
export interface Keeping {
  readonly promise: string;
  readonly sequence: number;
  readonly durableSequence: number;
  readonly epoch: number;
  readonly segments: readonly { readonly name: string; readonly bytes: number; readonly writtenAt: string }[];
  readonly bytes: number;
  readonly writing: {
    readonly batches: number; readonly frames: number; readonly bytes: number; readonly batchFrames: number; readonly largestBatchFrames: number;
    readonly forceMicros: number; readonly longestForceMicros: number;
  };
  readonly snapshot: { readonly sequence: number; readonly time: string; readonly stateHash: string; readonly framesSince: number } | null;
  readonly start: { readonly frames: number; readonly millis: number; readonly framesPerSecond: number | null; readonly nextMillis: number | null };
  readonly books: readonly { readonly symbol: string; readonly sequence: number; readonly checksum: string }[];
}

const LOOKS = 10;

interface Look { readonly at: number; readonly frames: number; readonly bytes: number }

/** What was written a second, over the last looks; a count that began anew begins it anew. */
export class Pace {
  private looks: Look[] = [];

  add(at: number, { writing }: Pick<Keeping, "writing">): void {
    const last = this.looks.at(-1);
    if (last && (writing.frames < last.frames || at <= last.at)) this.looks = [];
    this.looks.push({ at, frames: writing.frames, bytes: writing.bytes });
    if (this.looks.length > LOOKS) this.looks.shift();
  }

  /** Null before there are two looks. */
  get now(): { frames: number; bytes: number } | null {
    const [first, last] = [this.looks[0], this.looks.at(-1)];
    if (!first || !last || last.at <= first.at) return null;
    const seconds = (last.at - first.at) / 1000;
    return { frames: (last.frames - first.frames) / seconds, bytes: (last.bytes - first.bytes) / seconds };
  }
}

/** "40 s ago", "12 min ago". */
export function age(moment: string, now = Date.now()): string {
  const seconds = Math.max(0, (now - Date.parse(moment)) / 1000);
  if (seconds < 120) return `${Math.floor(seconds)} s`;
  const minutes = seconds / 60;
  return minutes < 120 ? `${Math.floor(minutes)} min` : minutes < 2880 ? `${(minutes / 60).toFixed(1)} h` : `${Math.floor(minutes / 1440)} days`;
}
