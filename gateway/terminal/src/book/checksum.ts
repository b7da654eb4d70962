/** CRC-32 as zlib has it, of ASCII text. */
const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

export function crc32(text: string): number {
  let value = 0xffffffff;
  for (let at = 0; at < text.length; at++) {
    value = (value >>> 8) ^ (TABLE[(value ^ text.charCodeAt(at)) & 0xff] ?? 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

const LEVELS = 10;

interface Told {
  readonly price: string;
  readonly quantity: string;
}

/** Of the ten best levels of both sides, by turns, as the venue told them (docs/streams.md). */
export function checksumOf(bids: readonly Told[], asks: readonly Told[]): number {
  const parts: string[] = [];
  for (let at = 0; at < LEVELS; at++) {
    for (const level of [bids[at], asks[at]]) if (level) parts.push(`${level.price}:${level.quantity}`);
  }
  return crc32(parts.join(":"));
}
