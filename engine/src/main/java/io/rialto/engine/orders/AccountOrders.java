package io.rialto.engine.orders;

import static io.rialto.engine.book.OrderPool.NONE;

import java.util.Arrays;

/** The open orders of each account, oldest first: links by slot, in arrays of their own so that unlinking stays cheap. */
final class AccountOrders {
    private int[] oldest; // by account index
    private int[] youngest;
    private int[] younger; // by slot
    private int[] older;

    AccountOrders(int expectedAccounts, int expectedOrders) {
        oldest = filled(Math.max(expectedAccounts, 16));
        youngest = filled(oldest.length);
        younger = new int[Math.max(expectedOrders, 16)];
        older = new int[younger.length];
    }

    int oldest(int account) {
        return account < oldest.length ? oldest[account] : NONE;
    }

    int younger(int slot) {
        return younger[slot];
    }

    void append(int account, int slot) {
        if (account >= oldest.length) growAccounts(account + 1);
        if (slot >= younger.length) growOrders(slot + 1);
        int last = youngest[account];
        younger[slot] = NONE;
        older[slot] = last;
        youngest[account] = slot;
        if (last == NONE) oldest[account] = slot;
        else younger[last] = slot;
    }

    void remove(int account, int slot) {
        int before = older[slot];
        int after = younger[slot];
        if (before == NONE) oldest[account] = after;
        else younger[before] = after;
        if (after == NONE) youngest[account] = before;
        else older[after] = before;
    }

    private void growAccounts(int needed) {
        int old = oldest.length;
        int capacity = Math.max(needed, old << 1);
        oldest = Arrays.copyOf(oldest, capacity);
        youngest = Arrays.copyOf(youngest, capacity);
        Arrays.fill(oldest, old, capacity, NONE);
        Arrays.fill(youngest, old, capacity, NONE);
    }

    private void growOrders(int needed) {
        int capacity = Math.max(needed, younger.length << 1);
        younger = Arrays.copyOf(younger, capacity);
        older = Arrays.copyOf(older, capacity);
    }

    private static int[] filled(int length) {
        int[] links = new int[length];
        Arrays.fill(links, NONE);
        return links;
    }
}
