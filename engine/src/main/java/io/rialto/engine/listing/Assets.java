package io.rialto.engine.listing;

import java.util.Arrays;

/**
 * The assets, counted from 1. Codes are 16 bytes, kept as two longs.
 *
 * <p>Threading: the core's thread only.
 */
public final class Assets {
    static final int CODE_WORDS = 2;

    private long[] codes = new long[16 * CODE_WORDS];
    private byte[] scales = new byte[16];
    private int count;

    public int count() {
        return count;
    }

    public boolean isListed(int asset) {
        return asset >= 1 && asset <= count;
    }

    /** Decimal places of the smallest unit. */
    public int scale(int asset) {
        return scales[asset - 1];
    }

    /** The number of the asset with this code; 0 when there is none. */
    public int numberOf(long[] code) {
        return Codes.find(codes, count, code) + 1;
    }

    /** A word of the code, as it came. */
    public long codeWord(int asset, int word) {
        return codes[(asset - 1) * CODE_WORDS + word];
    }

    int list(long[] code, int scale) {
        if (count == scales.length) {
            scales = Arrays.copyOf(scales, count << 1);
            codes = Arrays.copyOf(codes, codes.length << 1);
        }
        System.arraycopy(code, 0, codes, count * CODE_WORDS, CODE_WORDS);
        scales[count] = (byte) scale;
        return ++count;
    }
}
