package io.rialto.engine.lookup;

/** Hashes of primitive keys; the same on every machine. */
public final class Mixing {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
    private static final long SPREAD = 0xD6E8_FEB8_6659_FD93L;

    private Mixing() {}

    public static int hash(long key) {
        long h = key * GOLDEN;
        h ^= h >>> 32;
        h *= SPREAD;
        return (int) (h ^ h >>> 32);
    }

    public static int hash(long first, long second, long third) {
        return hash((Long.rotateLeft(first * SPREAD, 29) ^ second) * SPREAD ^ Long.rotateLeft(third * GOLDEN, 17));
    }

    static int fold(int hash) {
        return hash ^ hash >>> 16;
    }
}
