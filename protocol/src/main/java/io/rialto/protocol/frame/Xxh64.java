package io.rialto.protocol.frame;

import org.agrona.DirectBuffer;

/**
 * XXH64 with seed zero over bytes of a buffer: fast enough to link every frame to the one before, and reproducible
 * with any standard tool. It finds accidents, not forgers: those are the business of signed seals.
 *
 * @see <a href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">the specification</a>
 */
public final class Xxh64 {
    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;

    private Xxh64() {}

    public static long hash(DirectBuffer buffer, int offset, int length) {
        int end = offset + length;
        int at = offset;
        long h = P5;
        if (length >= 32) {
            long a = P1 + P2;
            long b = P2;
            long c = 0;
            long d = -P1;
            for (int last = end - 32; at <= last; at += 32) {
                a = round(a, buffer.getLong(at));
                b = round(b, buffer.getLong(at + 8));
                c = round(c, buffer.getLong(at + 16));
                d = round(d, buffer.getLong(at + 24));
            }
            h = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12) + Long.rotateLeft(d, 18);
            h = merge(merge(merge(merge(h, a), b), c), d);
        }
        return finish(buffer, at, end, h + length);
    }

    private static long finish(DirectBuffer buffer, int from, int end, long start) {
        int at = from;
        long h = start;
        for (; at + 8 <= end; at += 8) {
            h = Long.rotateLeft(h ^ round(0, buffer.getLong(at)), 27) * P1 + P4;
        }
        if (at + 4 <= end) {
            h = Long.rotateLeft(h ^ (buffer.getInt(at) & 0xFFFF_FFFFL) * P1, 23) * P2 + P3;
            at += 4;
        }
        for (; at < end; at++) {
            h = Long.rotateLeft(h ^ (buffer.getByte(at) & 0xFFL) * P5, 11) * P1;
        }
        h = (h ^ h >>> 33) * P2;
        h = (h ^ h >>> 29) * P3;
        return h ^ h >>> 32;
    }

    private static long round(long accumulator, long input) {
        return Long.rotateLeft(accumulator + input * P2, 31) * P1;
    }

    private static long merge(long hash, long accumulator) {
        return (hash ^ round(0, accumulator)) * P1 + P4;
    }
}
