import { unitsAt } from "../decimal/decimal";
import type { Verdict } from "../stream/topic";
import { checksumOf } from "./checksum";
import { type Level, Side } from "./side";

export interface BookMessage {
  readonly type: string;
  readonly first?: number;
  readonly last?: number;
  readonly bids?: unknown;
  readonly asks?: unknown;
  readonly checksum?: number;
}

/** How prices and sizes of an instrument are written. */
export interface Scales {
  readonly priceScale: number;
  readonly quantityScale: number;
}

/**
 * A book as the stream tells it: a snapshot replaces all, a delta changes it, and what does not fit behind what was had is a gap.
 * A message that is garbage, or behind which the checksum is another, makes the book unknown until the next snapshot.
 */
export class Book {
  readonly bids = new Side(true);
  readonly asks = new Side(false);
  /** The frame behind which the book stands; null while it is not known. */
  last: number | null = null;

  constructor(private readonly scales: Scales) {}

  get isKnown(): boolean {
    return this.last !== null;
  }

  /** Half of what is between the best prices belongs to either; null where a side is empty. */
  get isCrossed(): boolean {
    const bid = this.bids.best;
    const ask = this.asks.best;
    return bid !== undefined && ask !== undefined && bid.at >= ask.at;
  }

  apply(message: BookMessage): Verdict {
    const { first, last } = message;
    if (!isFrame(first) || !isFrame(last) || first > last) return this.forget();
    if (message.type === "SNAPSHOT") return this.begin(message, last);
    if (message.type !== "DELTA") return this.forget();
    if (this.last === null) return "BROKEN";
    if (last <= this.last) return;
    if (first > this.last + 1) return "GAP";
    return this.change(message, last);
  }

  private begin(message: BookMessage, last: number): Verdict {
    const bids = this.levels(message.bids);
    const asks = this.levels(message.asks);
    if (!bids || !asks) return this.forget();
    this.bids.replace(bids);
    this.asks.replace(asks);
    this.last = last;
    return this.checked(message);
  }

  private change(message: BookMessage, last: number): Verdict {
    const bids = this.levels(message.bids);
    const asks = this.levels(message.asks);
    if (!bids || !asks) return this.forget();
    for (const level of bids) this.bids.put(level);
    for (const level of asks) this.asks.put(level);
    this.last = last;
    return this.checked(message);
  }

  private checked(message: BookMessage): Verdict {
    if (message.checksum === undefined) return;
    if (checksumOf(this.bids.all, this.asks.all) !== message.checksum) return this.forget();
  }

  private forget(): Verdict {
    this.last = null;
    return "BROKEN";
  }

  /** Null for what is no list of levels. */
  private levels(told: unknown): Level[] | null {
    if (!Array.isArray(told)) return null;
    const levels: Level[] = [];
    for (const each of told as unknown[]) {
      const level = Array.isArray(each) ? this.level(each[0], each[1]) : null;
      if (!level) return null;
      levels.push(level);
    }
    return levels;
  }

  private level(price: unknown, quantity: unknown): Level | null {
    if (typeof price !== "string" || typeof quantity !== "string") return null;
    try {
      const at = unitsAt(price, this.scales.priceScale);
      const size = unitsAt(quantity, this.scales.quantityScale);
      return size < 0n ? null : { price, quantity, at, size };
    } catch {
      return null;
    }
  }
}

function isFrame(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
