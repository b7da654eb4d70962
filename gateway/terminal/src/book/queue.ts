/** Where an own order stands among what is open at its price. */
export interface Standing {
  /** What was told to be open at the price when the order came there, less what has gone since. */
  ahead: bigint;
  /** The level's size when it was last looked at. */
  seen: bigint;
  /** By how much the level was smaller at the last look, and what of that was taken from ahead. */
  gone: bigint;
  taken: bigint;
}

/**
 * An estimate: what comes later stands behind, what trades goes from the front, and what is cancelled is taken from ahead and
 * behind by their share, since the stream does not tell which it was.
 */
export class QueueEstimate {
  private readonly orders = new Map<string, Standing>();

  /** @param level what is open at the price, the order's own size included */
  begin(order: string, own: bigint, level: bigint): void {
    if (this.orders.has(order)) return;
    const ahead = level > own ? level - own : 0n;
    this.orders.set(order, { ahead, seen: level, gone: 0n, taken: 0n });
  }

  end(order: string): void {
    this.orders.delete(order);
  }

  /**
   * So much traded at the price: it went from the front.
   *
   * @param isSeen whether the book was told of it before: then it was taken for a cancel, and that is put right
   */
  traded(order: string, size: bigint, isSeen = false): void {
    const standing = this.orders.get(order);
    if (!standing) return;
    if (isSeen && standing.gone > 0n) {
      const part = size < standing.gone ? size : standing.gone;
      const back = (standing.taken * part) / standing.gone;
      const ahead = standing.ahead + back;
      standing.ahead = ahead > size ? ahead - size : 0n;
      standing.gone -= part;
      standing.taken -= back;
      return;
    }
    standing.ahead = standing.ahead > size ? standing.ahead - size : 0n;
    standing.seen = standing.seen > size ? standing.seen - size : 0n;
  }

  /** The level is now so large. */
  seen(order: string, level: bigint): void {
    const standing = this.orders.get(order);
    if (!standing) return;
    if (level < standing.seen && standing.seen > 0n) {
      standing.gone = standing.seen - level;
      standing.taken = (standing.gone * standing.ahead) / standing.seen;
      standing.ahead -= standing.taken;
    }
    standing.seen = level;
  }

  /** Null where the order is not known. */
  ahead(order: string): bigint | null {
    return this.orders.get(order)?.ahead ?? null;
  }
}
