package io.rialto.engine.listing;

import java.util.Arrays;

/**
 * The accounts of users, counted from 100; below are the venue's own.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class Accounts {
    /** Deposits come from it and withdrawals go to it: its totals mirror all that is inside. */
    public static final int OUTSIDE_WORLD = 1;

    /** Fees go to it, rebates come from it. */
    public static final int FEE_INCOME = 2;

    /** Stands between both sides of every contract: what positions realise comes from it and goes to it. */
    public static final int CLEARING = 3;

    /** What rounding leaves of funding goes to its margin. */
    public static final int INSURANCE_FUND = 4;

    public static final int FIRST = 100;

    private int[] firms;
    private int[] groups;
    private byte[] preventions;
    private boolean[] guarded;
    private int[] guardedFirms = {};
    private int count;

    public Accounts(int expected) {
        int capacity = Math.max(expected, 16);
        firms = new int[capacity];
        groups = new int[capacity];
        preventions = new byte[capacity];
        guarded = new boolean[capacity];
    }

    public int count() {
        return count;
    }

    public boolean isOpen(int account) {
        return account >= FIRST && account - FIRST < count;
    }

    public int firm(int account) {
        return firms[account - FIRST];
    }

    /** Orders whose accounts share it have one owner: the trade group, or minus the account when it is its own. */
    public int ownerGroup(int account) {
        return groups[account - FIRST];
    }

    /** What the account wants when its orders meet, as the schema's value; never ACCOUNT_DEFAULT. */
    public byte selfTradePrevention(int account) {
        return preventions[account - FIRST];
    }

    /** Whether more is asked of this account's orders than of anybody's: a limit, a suspension. */
    public boolean isGuarded(int account) {
        return guarded[account - FIRST];
    }

    public void guard(int account, boolean isGuarded) {
        guarded[account - FIRST] = isGuarded;
    }

    /** Whether any account was opened with it. */
    public boolean isFirm(int firm) {
        for (int place = 0; place < count; place++) if (firms[place] == firm) return firm != 0;
        return false;
    }

    /** Its accounts are guarded from now on, later ones as well. */
    public void guardFirm(int firm) {
        for (int place = 0; place < count; place++) guarded[place] |= firms[place] == firm;
        if (isGuardedFirm(firm)) return;
        guardedFirms = Arrays.copyOf(guardedFirms, guardedFirms.length + 1);
        guardedFirms[guardedFirms.length - 1] = firm;
    }

    private boolean isGuardedFirm(int firm) {
        for (int other : guardedFirms) if (other == firm) return true;
        return false;
    }

    int open(int firm, int tradeGroup, byte selfTradePrevention) {
        if (count == firms.length) grow();
        int account = FIRST + count;
        firms[count] = firm;
        groups[count] = tradeGroup == 0 ? -account : tradeGroup;
        preventions[count] = selfTradePrevention;
        guarded[count] = isGuardedFirm(firm);
        count++;
        return account;
    }

    private void grow() {
        firms = Arrays.copyOf(firms, count << 1);
        groups = Arrays.copyOf(groups, count << 1);
        preventions = Arrays.copyOf(preventions, count << 1);
        guarded = Arrays.copyOf(guarded, count << 1);
    }
}
