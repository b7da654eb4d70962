/** A price and what is open there; `at` and `size` are the same in units of the instrument's scales. */
export interface Level {
  readonly price: string;
  readonly quantity: string;
  readonly at: bigint;
  readonly size: bigint;
}

/** One side of a book, best level first. */
export class Side {
  private levels: Level[] = [];

  constructor(private readonly isBid: boolean) {}

  get all(): readonly Level[] {
    return this.levels;
  }

  get best(): Level | undefined {
    return this.levels[0];
  }

  replace(levels: Level[]): void {
    this.levels = levels.filter((level) => level.size > 0n).sort((a, b) => (this.isBetter(a.at, b.at) ? -1 : 1));
  }

  /** A size of zero takes the level away; one that is not there may be taken away, too. */
  put(level: Level): void {
    const place = this.placeOf(level.at);
    const isThere = this.levels[place]?.at === level.at;
    if (level.size === 0n) {
      if (isThere) this.levels.splice(place, 1);
    } else if (isThere) this.levels[place] = level;
    else this.levels.splice(place, 0, level);
  }

  sizeAt(at: bigint): bigint {
    const level = this.levels[this.placeOf(at)];
    return level?.at === at ? level.size : 0n;
  }

  private isBetter(a: bigint, b: bigint): boolean {
    return this.isBid ? a > b : a < b;
  }

  /** Where it is, or would be. */
  private placeOf(at: bigint): number {
    let low = 0;
    let high = this.levels.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const level = this.levels[middle];
      if (level && this.isBetter(level.at, at)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
