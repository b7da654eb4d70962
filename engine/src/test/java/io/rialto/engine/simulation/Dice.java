package io.rialto.engine.simulation;

/** SplitMix64: everything a flow draws comes from its seed. */
final class Dice {
    private long state;

    Dice(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** 0 to n - 1. */
    int below(int n) {
        return (int) ((next() >>> 33) % n);
    }

    /** Both ends are possible. */
    long between(long least, long most) {
        return least + Long.remainderUnsigned(next(), most - least + 1);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    long oneOf(long... values) {
        return values[below(values.length)];
    }

    /** An index, each as likely as its weight. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) total += weight;
        int draw = below(total);
        int index = 0;
        while (draw >= weights[index]) draw -= weights[index++];
        return index;
    }
}
