package io.rialto.engine.allocation;

import io.rialto.engine.pricing.Proportion;
import java.util.Arrays;

/**
 * Shares what an aggressor takes at one price among the orders there, which are given oldest first: the TOP order, the lead
 * market makers, a part by time, then by size with a least share, and what rounding leaves by time.
 *
 * <p>The shares add up to what the aggressor takes or to all there is, whichever is less; none is above its order.
 * Quantities in lots, shares in basis points. Threading: the core's thread only. Allocates only to grow.
 */
final class Allocation {
    private static final int FEW = 64;
    private static final int WHOLE_BPS = 10_000;
    static final int NO_TOP = -1;

    private long[] lots = new long[FEW];
    private int[] accounts = new int[FEW];
    private long[] shares = new long[FEW];
    private int count;
    private long leftLots;
    private boolean isShort;

    void clear() {
        count = 0;
    }

    void add(long orderLots, int account) {
        if (count == lots.length) {
            lots = Arrays.copyOf(lots, count << 1);
            accounts = Arrays.copyOf(accounts, count << 1);
            shares = Arrays.copyOf(shares, count << 1);
        }
        lots[count] = orderLots;
        accounts[count++] = account;
    }

    int count() {
        return count;
    }

    /** Whether the aggressor takes less than all there is. */
    boolean isShort() {
        return isShort;
    }

    long share(int order) {
        return shares[order];
    }

    /**
     * Shares out.
     *
     * @param top which order is the TOP order, or {@link #NO_TOP}
     * @param topMostLots what that one takes ahead of the others at most
     * @param minLots a smaller share by size is none
     */
    void shareOut(long takerLots, int top, long topMostLots, LeadMakers leads, int fifoBps, long minLots) {
        leftLots = takerLots;
        Arrays.fill(shares, 0, count, 0);
        isShort = !isAllTaken(takerLots);
        if (!isShort) {
            System.arraycopy(lots, 0, shares, 0, count);
            return;
        }
        if (top != NO_TOP) give(top, topMostLots);
        leads(leads);
        byTime(Proportion.of(leftLots, fifoBps, WHOLE_BPS));
        bySize(Math.max(1, minLots));
        byTime(leftLots);
    }

    private boolean isAllTaken(long takerLots) {
        long rest = takerLots;
        for (int i = 0; i < count; i++) {
            rest -= lots[i];
            if (rest < 0) return false;
        }
        return true;
    }

    /** Every lead market maker's share is of the same quantity. */
    private void leads(LeadMakers leads) {
        long ofLots = leftLots;
        for (int lead = 0; lead < leads.count(); lead++) {
            long most = Proportion.of(ofLots, leads.shareBps(lead), WHOLE_BPS);
            for (int i = 0; i < count && most > 0; i++) {
                if (accounts[i] == leads.account(lead)) most -= give(i, most);
            }
        }
    }

    private void byTime(long mostLots) {
        long most = mostLots;
        for (int i = 0; i < count && most > 0; i++) most -= give(i, most);
    }

    /** Of what is left of the aggressor, by what is left of each order. */
    private void bySize(long minLots) {
        long takerLots = leftLots;
        long totalHigh = 0;
        long totalLow = 0;
        for (int i = 0; i < count; i++) {
            totalLow += lots[i] - shares[i];
            if (totalLow < 0) {
                totalLow &= Long.MAX_VALUE;
                totalHigh++;
            }
        }
        if (takerLots == 0) return;
        long ofHigh = totalHigh >>> 1;
        long ofLow = totalHigh << 63 | totalLow;
        for (int i = 0; i < count; i++) {
            long share = Proportion.of(takerLots, lots[i] - shares[i], ofHigh, ofLow);
            if (share >= minLots) give(i, share);
        }
    }

    private long give(int order, long mostLots) {
        long given = Math.min(Math.min(mostLots, leftLots), lots[order] - shares[order]);
        shares[order] += given;
        leftLots -= given;
        return given;
    }
}
