package io.rialto.bench.flow;

/** The generator behind the flows: integers only, the same on every machine. */
final class SplitMix64 {
    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    private long next() {
        state += 0x9e37_79b9_7f4a_7c15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }
}
