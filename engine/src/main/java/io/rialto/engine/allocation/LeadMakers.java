package io.rialto.engine.allocation;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The lead market makers of one instrument, in the order of their assignment, each with its share in basis points.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
final class LeadMakers {
    private int[] accounts = new int[4];
    private int[] sharesBps = new int[4];
    private int count;

    int count() {
        return count;
    }

    int account(int lead) {
        return accounts[lead];
    }

    int shareBps(int lead) {
        return sharesBps[lead];
    }

    /** 0 of an account that is none. */
    int shareOf(int account) {
        for (int i = 0; i < count; i++) if (accounts[i] == account) return sharesBps[i];
        return 0;
    }

    int sumBps() {
        int sum = 0;
        for (int i = 0; i < count; i++) sum += sharesBps[i];
        return sum;
    }

    /** A share of 0 takes the role away. */
    void assign(int account, int shareBps) {
        int place = 0;
        while (place < count && accounts[place] != account) place++;
        if (shareBps == 0) {
            if (place < count) remove(place);
            return;
        }
        if (place == count) claim();
        accounts[place] = account;
        sharesBps[place] = shareBps;
    }

    void visit(LongConsumer state) {
        state.accept(count);
        for (int i = 0; i < count; i++) state.accept((long) accounts[i] << 32 | sharesBps[i]);
    }

    private void claim() {
        if (count == accounts.length) {
            accounts = Arrays.copyOf(accounts, count << 1);
            sharesBps = Arrays.copyOf(sharesBps, count << 1);
        }
        count++;
    }

    private void remove(int place) {
        System.arraycopy(accounts, place + 1, accounts, place, count - place - 1);
        System.arraycopy(sharesBps, place + 1, sharesBps, place, count - place - 1);
        count--;
    }
}
