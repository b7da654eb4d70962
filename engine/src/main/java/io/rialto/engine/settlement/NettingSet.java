package io.rialto.engine.settlement;

import io.rialto.engine.calendar.Calendars;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import java.util.Arrays;

/**
 * What is due in one instrument: an obligation a member, in the order of accounts, each netted to one side of each leg.
 *
 * <p>Amounts in minor units. Threading: the core's thread only. Allocates; a day is rolled once a day.
 */
final class NettingSet {
    private final Instruments instruments;
    private final Calendars calendars;
    private final Obligations obligations;
    private Instrument market;
    private int[] members = {}; // entries
    private long[] granted = {}; // of the base asset, to each member

    // What would be received without netting, and what will be with it.
    long grossBase;
    long netBase;
    long grossQuote;
    long netQuote;

    NettingSet(Instruments instruments, Calendars calendars, Obligations obligations) {
        this.instruments = instruments;
        this.calendars = calendars;
        this.obligations = obligations;
    }

    /**
     * The next instrument after this one with something due on the day, or before; 0 when there is none. What failed only becomes
     * due again on a business day of the instrument's own calendar.
     */
    int nextDue(int instrument, int day) {
        int next = 0;
        for (int entry = 0; entry < obligations.used(); entry++) {
            int found = obligations.instrument(entry);
            boolean isNext = found > instrument && (next == 0 || found < next);
            if (isNext && isDue(entry, day)) next = found;
        }
        return next;
    }

    private boolean isDue(int entry, int day) {
        if (obligations.day(entry) != Obligations.CARRIED) return obligations.day(entry) <= day;
        return calendars.of(instruments.get(obligations.instrument(entry))).isBusinessDay(day);
    }

    /** Every member's obligations due on the day, or before, become one. */
    void net(Instrument ofMarket, int day) {
        market = ofMarket;
        grossBase = 0;
        grossQuote = 0;
        netBase = 0;
        netQuote = 0;
        long[] due = due(day);
        for (long one : due) {
            grossBase = sum(grossBase, obligations.baseIn[(int) one]);
            grossQuote = sum(grossQuote, obligations.quoteIn[(int) one]);
        }
        members = new int[due.length];
        int count = 0;
        for (int from = 0, to; from < due.length; from = to) {
            to = endOfMember(due, from);
            members[count++] = merge(due, from, to);
        }
        members = Arrays.copyOf(members, count);
        granted = new long[count];
        for (int entry : members) settleSides(entry);
    }

    private static int account(long due) {
        return (int) (due >>> 32);
    }

    /** Behind the last obligation of the member whose first one is here. */
    private static int endOfMember(long[] due, int from) {
        int to = from + 1;
        while (to < due.length && account(due[to]) == account(due[from])) to++;
        return to;
    }

    /** Account and entry of each, by account. */
    private long[] due(int day) {
        long[] due = new long[obligations.used()];
        int count = 0;
        for (int entry = 0; entry < due.length; entry++) {
            boolean isDue = obligations.instrument(entry) == market.number() && obligations.day(entry) <= day;
            if (isDue) due[count++] = (long) obligations.account(entry) << 32 | entry;
        }
        Arrays.sort(due, 0, count);
        return Arrays.copyOf(due, count);
    }

    private int merge(long[] due, int from, int to) {
        int into = obligations.entry(
                market.number(),
                account(due[from]),
                Obligations.CARRIED,
                market.baseAsset(),
                market.quoteAsset(),
                Long.MAX_VALUE);
        for (int i = from; i < to; i++) if ((int) due[i] != into) add((int) due[i], into);
        return into;
    }

    private void add(int entry, int into) {
        long before = obligations.promised(into);
        obligations.baseIn[into] += obligations.baseIn[entry];
        obligations.baseOut[into] += obligations.baseOut[entry];
        obligations.quoteIn[into] += obligations.quoteIn[entry];
        obligations.quoteOut[into] += obligations.quoteOut[entry];
        obligations.baseHeld[into] += obligations.baseHeld[entry];
        obligations.quoteHeld[into] += obligations.quoteHeld[entry];
        obligations.oldestTrades[into] = Math.min(obligations.oldestTrades[into], obligations.oldestTrades[entry]);
        obligations.promise(into, before);
        obligations.remove(entry);
    }

    private void settleSides(int entry) {
        long before = obligations.promised(entry);
        long base = obligations.baseIn[entry] - obligations.baseOut[entry];
        long quote = obligations.quoteIn[entry] - obligations.quoteOut[entry];
        obligations.baseIn[entry] = Math.max(0, base);
        obligations.baseOut[entry] = Math.max(0, -base);
        obligations.quoteIn[entry] = Math.max(0, quote);
        obligations.quoteOut[entry] = Math.max(0, -quote);
        obligations.promise(entry, before);
        netBase = sum(netBase, obligations.baseIn[entry]);
        netQuote = sum(netQuote, obligations.quoteIn[entry]);
    }

    /** Of two that are not below zero; no further than 2^63 - 1. */
    static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    Instrument market() {
        return market;
    }

    int count() {
        return members.length;
    }

    int member(int place) {
        return members[place];
    }

    /** What is reserved goes to who receives: the oldest obligation first, of equal ones the lower account. */
    void grant() {
        long pool = 0;
        for (int entry : members) {
            pool += obligations.baseHeld[entry] - obligations.baseOut[entry] + obligations.baseIn[entry];
        }
        Integer[] places = new Integer[members.length];
        Arrays.setAll(places, place -> place);
        Arrays.sort(
                places,
                (one, other) ->
                        Long.compare(obligations.oldestTrades[members[one]], obligations.oldestTrades[members[other]]));
        long left = Math.max(0, pool);
        for (int place : places) {
            granted[place] = Math.min(left, obligations.baseIn[members[place]]);
            left -= granted[place];
        }
    }

    /** Of its asset leg, how much a member delivers or receives. */
    long baseDone(int place) {
        int entry = members[place];
        return obligations.baseOut[entry] > 0 ? obligations.baseHeld[entry] : granted[place];
    }
}
