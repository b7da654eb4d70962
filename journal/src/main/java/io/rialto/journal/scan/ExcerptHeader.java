package io.rialto.journal.scan;

import io.rialto.protocol.frame.FrameLayout;

/**
 * The four bytes before every excerpt of a queue file, little endian: bit 31 unfinished, bit 30 the queue's own data,
 * the rest the length; excerpts start on multiples of four. Zero: nothing was written yet.
 */
public final class ExcerptHeader {
    /** Bytes of the header. */
    public static final int LENGTH = 4;

    /** The file is finished; the next one goes on. */
    public static final int END_OF_FILE = 0xC000_0000;

    /** No excerpt of ours is longer. */
    public static final int MAX_EXCERPT = 2 * FrameLayout.MAX_LENGTH;

    private static final int UNFINISHED = 0x8000_0000;
    private static final int OWN = 0x4000_0000;
    private static final int LENGTH_MASK = 0x3FFF_FFFF;
    private static final int MAX_OWN = 16 << 20;

    private ExcerptHeader() {}

    static boolean isUnfinished(int word) {
        return (word & UNFINISHED) != 0 && word != END_OF_FILE;
    }

    static boolean isOwn(int word) {
        return (word & OWN) != 0;
    }

    static int length(int word) {
        return word & LENGTH_MASK;
    }

    static boolean isPlausible(int word) {
        int length = length(word);
        if (word == FrameLayout.MAGIC || length == 0) return false;
        return isOwn(word) ? length <= MAX_OWN : length <= MAX_EXCERPT && (length & 7) == 0;
    }

    static long after(long position, int word) {
        return position + LENGTH + length(word) + 3 & ~3L;
    }
}
