package io.rialto.engine.giveup;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * What was offered and has no answer yet, in the order of its numbers.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
final class PendingGiveUps {
    static final int NONE = -1;

    /** One of them; good until it ends. */
    static final class Pending {
        long number;
        long trade;
        long lots;
        int instrument;
        int giver;
        int taker;
        boolean isBuy;
        boolean isTaped;
    }

    private Pending[] pending = {};
    private int count;
    private long last;
    private long oldestTaped = Long.MAX_VALUE;

    int count() {
        return count;
    }

    boolean wasGiven(long number) {
        return number >= 1 && number <= last;
    }

    /** To be filled in. */
    Pending add() {
        if (count == pending.length) grow();
        Pending added = pending[count++];
        added.number = ++last;
        added.isTaped = false;
        return added;
    }

    private void grow() {
        pending = Arrays.copyOf(pending, Math.max(16, count << 1));
        for (int place = count; place < pending.length; place++) pending[place] = new Pending();
    }

    Pending at(int place) {
        return pending[place];
    }

    /** Its place, or {@link #NONE}. */
    int find(long number) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (pending[middle].number == number) return middle;
            if (pending[middle].number < number) low = middle + 1;
            else high = middle - 1;
        }
        return NONE;
    }

    void remove(int place) {
        Pending removed = pending[place];
        System.arraycopy(pending, place + 1, pending, place, --count - place);
        pending[count] = removed;
        if (removed.trade == oldestTaped) findOldestTaped();
    }

    /** The offer at this place is of a trade that only the tape keeps. */
    void isTaped(Pending offer) {
        offer.isTaped = true;
        oldestTaped = Math.min(oldestTaped, offer.trade);
    }

    /** The first trade of those; the greatest long when there is none. */
    long oldestTaped() {
        return oldestTaped;
    }

    private void findOldestTaped() {
        oldestTaped = Long.MAX_VALUE;
        for (int place = 0; place < count; place++) {
            if (pending[place].isTaped) oldestTaped = Math.min(oldestTaped, pending[place].trade);
        }
    }

    /** What an account has offered of its part of a trade. */
    long offeredLots(long trade, boolean isBuy, int giver) {
        long sum = 0;
        for (int place = 0; place < count; place++) {
            Pending one = pending[place];
            if (one.trade == trade && one.isBuy == isBuy && one.giver == giver) sum += one.lots;
        }
        return sum;
    }

    void visit(LongConsumer state) {
        state.accept(last);
        for (int place = 0; place < count; place++) {
            Pending one = pending[place];
            state.accept(one.number);
            state.accept(one.trade);
            state.accept(one.lots);
            state.accept((long) one.giver << 32 | one.taker);
            state.accept((long) one.instrument << 1 | (one.isBuy ? 1 : 0));
        }
        state.accept(0);
    }
}
