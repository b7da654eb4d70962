package io.rialto.engine.orders;

import static io.rialto.engine.book.OrderPool.NONE;

import java.util.Arrays;

/** The open orders of each account, oldest first: links by slot, in arrays of their own so that unlinking stays cheap. */
final class AccountOrders {
    private int[] oldest; // by account index
    private int[] youngest;
    private int[] links; // by slot: younger, older, younger, older, …

    AccountOrders(int expectedAccounts, int expectedOrders) {
        oldest = filled(Math.max(expectedAccounts, 16));
        youngest = filled(oldest.length);
        links = new int[Math.max(expectedOrders, 16) << 1];
    }

    int oldest(int account) {
        return account < oldest.length ? oldest[account] : NONE;
    }

    int younger(int slot) {
        return links[slot << 1];
    }

    void append(int account, int slot) {
        if (account >= oldest.length) growAccounts(account + 1);
        int at = slot << 1;
        if (at >= links.length) links = Arrays.copyOf(links, Math.max(at + 2, links.length << 1));
        int last = youngest[account];
        links[at] = NONE;
        links[at + 1] = last;
        youngest[account] = slot;
        if (last == NONE) oldest[account] = slot;
        else links[last << 1] = slot;
    }

    void remove(int account, int slot) {
        int after = links[slot << 1];
        int before = links[(slot << 1) + 1];
        if (before == NONE) oldest[account] = after;
        else links[before << 1] = after;
        if (after == NONE) youngest[account] = before;
        else links[(after << 1) + 1] = before;
    }

    private void growAccounts(int needed) {
        int old = oldest.length;
        int capacity = Math.max(needed, old << 1);
        oldest = Arrays.copyOf(oldest, capacity);
        youngest = Arrays.copyOf(youngest, capacity);
        Arrays.fill(oldest, old, capacity, NONE);
        Arrays.fill(youngest, old, capacity, NONE);
    }

    private static int[] filled(int length) {
        int[] links = new int[length];
        Arrays.fill(links, NONE);
        return links;
    }
}
