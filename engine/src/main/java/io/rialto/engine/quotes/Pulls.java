package io.rialto.engine.quotes;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** Who came to a limit and is still to be pulled, first come first pulled. Allocates only to grow. */
final class Pulls {
    private QuoteGroup[] groups = new QuoteGroup[16];
    private QuotePlace[] places = new QuotePlace[16];
    private int size;

    /** @param by the place whose limit it was, or null for the group's own */
    void add(QuoteGroup group, QuotePlace by) {
        if (size == groups.length) {
            groups = Arrays.copyOf(groups, size << 1);
            places = Arrays.copyOf(places, size << 1);
        }
        groups[size] = group;
        places[size++] = by;
    }

    boolean areNone() {
        return size == 0;
    }

    QuoteGroup firstGroup() {
        return groups[0];
    }

    /** Null for the group's own limit. */
    QuotePlace firstBy() {
        return places[0];
    }

    void dropFirst() {
        size--;
        System.arraycopy(groups, 1, groups, 0, size);
        System.arraycopy(places, 1, places, 0, size);
    }

    void visit(LongConsumer state) {
        for (int i = 0; i < size; i++) {
            state.accept((long) groups[i].maker.account << 32 | groups[i].number);
            state.accept(places[i] == null ? 0 : places[i].instrument);
        }
    }
}
