import type { Level } from "./side";

/** What a taker would get from a side as it stands, in units of the instrument's scales. */
export interface Walk {
  /** What it would take. */
  readonly filled: bigint;
  /** Price times size, at both scales together. */
  readonly notional: bigint;
  /** The last price that it would reach; null where nothing is taken. */
  readonly worst: bigint | null;
  readonly levels: number;
}

/** Takes so much, no further than the limit. */
export function walk(levels: readonly Level[], size: bigint, isBuy: boolean, limit: bigint | null): Walk {
  let open = size;
  let notional = 0n;
  let worst: bigint | null = null;
  let count = 0;
  for (const level of levels) {
    if (open <= 0n) break;
    if (limit !== null && (isBuy ? level.at > limit : level.at < limit)) break;
    const taken = level.size < open ? level.size : open;
    open -= taken;
    notional += taken * level.at;
    worst = level.at;
    count++;
  }
  return { filled: size - open, notional, worst, levels: count };
}

/** All from the best price up to and with that one: what hovering over a level shows. */
export function upTo(levels: readonly Level[], isBid: boolean, price: bigint): Walk {
  let filled = 0n;
  let notional = 0n;
  let worst: bigint | null = null;
  let count = 0;
  for (const level of levels) {
    if (isBid ? level.at < price : level.at > price) break;
    filled += level.size;
    notional += level.size * level.at;
    worst = level.at;
    count++;
  }
  return { filled, notional, worst, levels: count };
}

/** The average price, at the price's scale, cut off. */
export function average(walked: Walk): bigint | null {
  return walked.filled === 0n ? null : walked.notional / walked.filled;
}
