package io.rialto.engine.settlement;

import io.rialto.engine.ledger.Treasury;
import io.rialto.engine.lookup.EntryTable;
import io.rialto.engine.lookup.Mixing;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * What each account owes to the clearing account and has to receive from it, in one instrument and for one settlement
 * date; what a cycle left open has the date {@link #CARRIED}.
 *
 * <p>Amounts in minor units, never below zero. Over all entries, to receive less to deliver is what the clearing account
 * has of an asset. What sellers owe and do not hold is promised, which the {@link Treasury} bounds: so no sum overflows.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class Obligations {
    static final int CARRIED = 0;
    static final int NONE = -1;
    private static final int FEW = 64;

    private final EntryTable table = new EntryTable(FEW);
    private final Treasury treasury;
    private int[] instruments = new int[FEW]; // 0 for a free entry
    private int[] accounts = new int[FEW];
    private int[] days = new int[FEW]; // of a free entry the next free one
    int[] baseAssets = new int[FEW];
    int[] quoteAssets = new int[FEW];
    long[] baseIn = new long[FEW];
    long[] baseOut = new long[FEW];
    long[] quoteIn = new long[FEW];
    long[] quoteOut = new long[FEW];
    long[] baseHeld = new long[FEW];
    long[] quoteHeld = new long[FEW];
    long[] oldestTrades = new long[FEW];
    int[] cycles = new int[FEW];
    private int used;
    private int firstFree = NONE;

    Obligations(Treasury treasury) {
        this.treasury = treasury;
    }

    /** One open obligation, for audits. */
    public interface Visitor {
        void obligation(
                int account,
                int baseAsset,
                int quoteAsset,
                long baseMinor,
                long quoteMinor,
                long baseHeldMinor,
                long quoteHeldMinor);
    }

    int used() {
        return used;
    }

    /** 0 for a free entry. */
    int instrument(int entry) {
        return instruments[entry];
    }

    int account(int entry) {
        return accounts[entry];
    }

    int day(int entry) {
        return days[entry];
    }

    /** The entry, or {@link #NONE}. */
    int find(int instrument, int account, int day) {
        int hash = hash(instrument, account, day);
        int place = table.find(hash);
        while (place != EntryTable.NONE) {
            int entry = table.entry(place);
            if (instruments[entry] == instrument && accounts[entry] == account && days[entry] == day) return entry;
            place = table.findAfter(hash, place);
        }
        return NONE;
    }

    /** The entry, begun by this trade when it is new. */
    public int entry(int instrument, int account, int day, int baseAsset, int quoteAsset, long trade) {
        int found = find(instrument, account, day);
        if (found != NONE) return found;
        int entry = claim();
        instruments[entry] = instrument;
        accounts[entry] = account;
        days[entry] = day;
        baseAssets[entry] = baseAsset;
        quoteAssets[entry] = quoteAsset;
        oldestTrades[entry] = trade;
        table.insert(hash(instrument, account, day), entry);
        return entry;
    }

    /** More, or with amounts below zero less, of what a buyer owes and receives; what he owes is held. */
    public void buyer(int entry, long owesMinor, long receivesMinor, int sign) {
        if (owesMinor > 0) {
            quoteOut[entry] += sign * owesMinor;
            quoteHeld[entry] += sign * owesMinor;
        } else quoteIn[entry] -= sign * owesMinor;
        baseIn[entry] += sign * receivesMinor;
    }

    /** The same of a seller. */
    public void seller(int entry, long owesMinor, long receivesMinor, long heldMinor, int sign) {
        quoteIn[entry] += sign * receivesMinor;
        long before = promised(entry);
        baseOut[entry] += sign * owesMinor;
        baseHeld[entry] += sign * heldMinor;
        promise(entry, before);
    }

    /** What is owed in the base asset and not held. */
    long promised(int entry) {
        return Math.max(0, baseOut[entry] - baseHeld[entry]);
    }

    /** It has changed since. */
    void promise(int entry, long promisedBefore) {
        treasury.promise(baseAssets[entry], promised(entry) - promisedBefore);
    }

    public boolean isEmpty(int entry) {
        return (baseIn[entry] | baseOut[entry] | quoteIn[entry] | quoteOut[entry]) == 0;
    }

    /** Nothing is left of it, or it goes on in another. */
    public void remove(int entry) {
        treasury.promise(baseAssets[entry], -promised(entry));
        table.remove(hash(instruments[entry], accounts[entry], days[entry]), entry);
        instruments[entry] = 0;
        baseIn[entry] = 0;
        baseOut[entry] = 0;
        quoteIn[entry] = 0;
        quoteOut[entry] = 0;
        baseHeld[entry] = 0;
        quoteHeld[entry] = 0;
        cycles[entry] = 0;
        days[entry] = firstFree;
        firstFree = entry;
    }

    /** What an account failed to deliver in the last cycles and does not hold; 0 for nothing. */
    public long missing(int instrument, int account) {
        int entry = find(instrument, account, CARRIED);
        return entry == NONE ? 0 : promised(entry);
    }

    /** In how many cycles in a row it has failed to deliver. */
    public int failedCycles(int instrument, int account) {
        int entry = find(instrument, account, CARRIED);
        return entry == NONE ? 0 : cycles[entry];
    }

    /** What was missing is there, and held. */
    public void cover(int instrument, int account, long amountMinor) {
        int entry = find(instrument, account, CARRIED);
        long before = promised(entry);
        baseHeld[entry] += amountMinor;
        promise(entry, before);
    }

    /** All open ones, in no order that shows; for audits. */
    public void visit(Visitor visitor) {
        for (int entry = 0; entry < used; entry++) {
            if (instruments[entry] == 0) continue;
            visitor.obligation(
                    accounts[entry],
                    baseAssets[entry],
                    quoteAssets[entry],
                    baseIn[entry] - baseOut[entry],
                    quoteIn[entry] - quoteOut[entry],
                    baseHeld[entry],
                    quoteHeld[entry]);
        }
    }

    void visit(LongConsumer state) {
        long[][] rows = new long[used][];
        int count = 0;
        for (int entry = 0; entry < used; entry++) if (instruments[entry] != 0) rows[count++] = row(entry);
        Arrays.sort(rows, 0, count, Arrays::compare);
        for (int i = 0; i < count; i++) for (long value : rows[i]) state.accept(value);
        state.accept(0);
    }

    private long[] row(int entry) {
        return new long[] {
            instruments[entry],
            accounts[entry],
            days[entry],
            baseIn[entry],
            baseOut[entry],
            quoteIn[entry],
            quoteOut[entry],
            baseHeld[entry],
            quoteHeld[entry],
            oldestTrades[entry],
            cycles[entry]
        };
    }

    private static int hash(int instrument, int account, int day) {
        return Mixing.hash(((long) instrument << 32 | account) * 31 + day);
    }

    private int claim() {
        int entry = firstFree;
        if (entry != NONE) {
            firstFree = days[entry];
            return entry;
        }
        if (used == accounts.length) grow(used << 1);
        return used++;
    }

    private void grow(int capacity) {
        instruments = Arrays.copyOf(instruments, capacity);
        accounts = Arrays.copyOf(accounts, capacity);
        days = Arrays.copyOf(days, capacity);
        baseAssets = Arrays.copyOf(baseAssets, capacity);
        quoteAssets = Arrays.copyOf(quoteAssets, capacity);
        baseIn = Arrays.copyOf(baseIn, capacity);
        baseOut = Arrays.copyOf(baseOut, capacity);
        quoteIn = Arrays.copyOf(quoteIn, capacity);
        quoteOut = Arrays.copyOf(quoteOut, capacity);
        baseHeld = Arrays.copyOf(baseHeld, capacity);
        quoteHeld = Arrays.copyOf(quoteHeld, capacity);
        oldestTrades = Arrays.copyOf(oldestTrades, capacity);
        cycles = Arrays.copyOf(cycles, capacity);
    }
}
