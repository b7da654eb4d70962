package io.rialto.bench.workload;

import java.util.Arrays;

/**
 * Reports as they happen, in binary: one to five words each. The text is made of them afterwards.
 *
 * <p>The first word is {@code sequence << 4 | side << 3 | type}; the others are the report's own, see the methods.
 */
final class ReportLog {
    static final int ACCEPTED = 0;
    static final int TRADE = 1;
    static final int CANCELLED = 2;
    static final int MODIFIED = 3;
    static final int CANCEL_REFUSED = 4;
    static final int MODIFY_REFUSED = 5;

    private static final int MOST_WORDS = 5;

    private long[] words = new long[1 << 16];
    private int size;

    void accepted(long sequence, boolean sells, long orderId, long priceTicks, long quantity) {
        four(head(sequence, sells, ACCEPTED), orderId, priceTicks, quantity);
    }

    void trade(long sequence, long priceTicks, long quantity, long makerId, long takerId) {
        int at = room();
        long[] w = words;
        w[at] = head(sequence, false, TRADE);
        w[at + 1] = priceTicks;
        w[at + 2] = quantity;
        w[at + 3] = makerId;
        w[at + 4] = takerId;
        size = at + 5;
    }

    void cancelled(long sequence, boolean sells, long orderId, long priceTicks) {
        int at = room();
        long[] w = words;
        w[at] = head(sequence, sells, CANCELLED);
        w[at + 1] = orderId;
        w[at + 2] = priceTicks;
        size = at + 3;
    }

    void modified(long sequence, boolean sells, long orderId, long priceTicks, long quantity) {
        four(head(sequence, sells, MODIFIED), orderId, priceTicks, quantity);
    }

    void refused(long sequence, int type, long orderId) {
        int at = room();
        words[at] = head(sequence, false, type);
        words[at + 1] = orderId;
        size = at + 2;
    }

    int size() {
        return size;
    }

    long word(int at) {
        return words[at];
    }

    /** Words that a report of this type takes. */
    static int wordsOf(int type) {
        return switch (type) {
            case ACCEPTED, MODIFIED -> 4;
            case TRADE -> 5;
            case CANCELLED -> 3;
            default -> 2;
        };
    }

    void clear() {
        size = 0;
    }

    private void four(long head, long second, long third, long fourth) {
        int at = room();
        long[] w = words;
        w[at] = head;
        w[at + 1] = second;
        w[at + 2] = third;
        w[at + 3] = fourth;
        size = at + 4;
    }

    private int room() {
        if (size + MOST_WORDS > words.length) words = Arrays.copyOf(words, words.length * 2);
        return size;
    }

    private static long head(long sequence, boolean sells, int type) {
        return sequence << 4 | (sells ? 8 : 0) | type;
    }
}
