package io.rialto.engine.giveup;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Who has what of trades that others executed: sorted by trade, side and account.
 *
 * <p>Quantities in lots, money in minor units. Threading: the core's thread only. Allocates only to grow.
 */
final class Shares {
    /** An account's part of one side; none has no lots. */
    static final class Share {
        long trade;
        int account;
        boolean isBuy;
        long lots;

        /** Of the trade's value. */
        long notionalMinor;
    }

    private Share[] shares = {};
    private int count;

    /** Its place, or minus one less the place where it would be. */
    private int find(long trade, boolean isBuy, int account) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = compare(shares[middle], trade, isBuy, account);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1 - low;
    }

    private static int compare(Share share, long trade, boolean isBuy, int account) {
        if (share.trade != trade) return Long.compare(share.trade, trade);
        if (share.isBuy != isBuy) return share.isBuy ? -1 : 1;
        return Integer.compare(share.account, account);
    }

    long lots(long trade, boolean isBuy, int account) {
        int place = find(trade, isBuy, account);
        return place < 0 ? 0 : shares[place].lots;
    }

    long notionalMinor(long trade, boolean isBuy, int account) {
        int place = find(trade, isBuy, account);
        return place < 0 ? 0 : shares[place].notionalMinor;
    }

    /** More, or less; none of it is left when there are no lots. */
    void change(long trade, boolean isBuy, int account, long lots, long notionalMinor) {
        int place = find(trade, isBuy, account);
        if (place < 0) place = insert(-1 - place, trade, isBuy, account);
        Share share = shares[place];
        share.lots += lots;
        share.notionalMinor += notionalMinor;
        if (share.lots == 0) remove(place);
    }

    private int insert(int place, long trade, boolean isBuy, int account) {
        if (count == shares.length) {
            shares = Arrays.copyOf(shares, Math.max(16, count << 1));
            for (int i = count; i < shares.length; i++) shares[i] = new Share();
        }
        Share share = shares[count];
        System.arraycopy(shares, place, shares, place + 1, count++ - place);
        shares[place] = share;
        share.trade = trade;
        share.isBuy = isBuy;
        share.account = account;
        share.lots = 0;
        share.notionalMinor = 0;
        return place;
    }

    private void remove(int place) {
        Share removed = shares[place];
        System.arraycopy(shares, place + 1, shares, place, --count - place);
        shares[count] = removed;
    }

    /** Of a side of a trade, what those have together who did not execute it. */
    long lots(long trade, boolean isBuy) {
        long sum = 0;
        for (int place = first(trade); isOf(place, trade); place++) {
            if (shares[place].isBuy == isBuy) sum += shares[place].lots;
        }
        return sum;
    }

    long notionalMinor(long trade, boolean isBuy) {
        long sum = 0;
        for (int place = first(trade); isOf(place, trade); place++) {
            if (shares[place].isBuy == isBuy) sum += shares[place].notionalMinor;
        }
        return sum;
    }

    /** Another one needs more room. */
    boolean areFull() {
        return count == shares.length;
    }

    boolean areAny(long trade) {
        return isOf(first(trade), trade);
    }

    /** Buyers before sellers, by account; there is one. */
    Share firstOf(long trade) {
        return shares[first(trade)];
    }

    private int first(long trade) {
        return -1 - find(trade, true, 0);
    }

    private boolean isOf(int place, long trade) {
        return place < count && shares[place].trade == trade;
    }

    /** Those of trades of which nobody asks any more. */
    void forget(java.util.function.LongPredicate isOver) {
        int kept = 0;
        for (int place = 0; place < count; place++) {
            Share share = shares[place];
            if (isOver.test(share.trade)) continue;
            shares[place] = shares[kept];
            shares[kept++] = share;
        }
        count = kept;
    }

    void visit(LongConsumer state) {
        for (int place = 0; place < count; place++) {
            Share share = shares[place];
            state.accept(share.trade);
            state.accept((long) share.account << 1 | (share.isBuy ? 1 : 0));
            state.accept(share.lots);
            state.accept(share.notionalMinor);
        }
        state.accept(0);
    }
}
