package io.rialto.engine.protection;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.lookup.EntryTable;
import io.rialto.engine.lookup.Mixing;
import io.rialto.protocol.AccountLimit;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The limits of accounts, over all instruments (instrument 0) and in single ones. Accounts without any take no room.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class AccountLimits {
    /** In place of a limit that is not set. */
    public static final long NONE = Instrument.NONE;

    /** Schema values of limits lie below it. */
    static final int KINDS = 8;

    private final EntryTable table = new EntryTable(16);
    private int[] accounts = new int[16];
    private int[] instruments = new int[16];
    private long[] values = new long[16 * KINDS];
    private int count;

    /** The limit itself, without what holds over all instruments. */
    public long value(int account, int instrument, AccountLimit limit) {
        return value(account, instrument, limit.value());
    }

    long value(int account, int instrument, int limit) {
        int entry = find(account, instrument);
        return entry == EntryTable.NONE ? NONE : values[entry * KINDS + limit];
    }

    void change(int account, int instrument, int limit, long value) {
        int entry = find(account, instrument);
        if (entry == EntryTable.NONE) entry = open(account, instrument);
        values[entry * KINDS + limit] = value;
    }

    /** Everything that can change a later decision. */
    public void visit(LongConsumer state) {
        for (int entry = 0; entry < count; entry++) {
            state.accept((long) accounts[entry] << 32 | instruments[entry]);
            for (int limit = 0; limit < KINDS; limit++) state.accept(values[entry * KINDS + limit]);
        }
    }

    private int find(int account, int instrument) {
        int hash = hash(account, instrument);
        int place = table.find(hash);
        while (place != EntryTable.NONE) {
            int entry = table.entry(place);
            if (accounts[entry] == account && instruments[entry] == instrument) return entry;
            place = table.findAfter(hash, place);
        }
        return EntryTable.NONE;
    }

    private int open(int account, int instrument) {
        if (count == accounts.length) {
            accounts = Arrays.copyOf(accounts, count << 1);
            instruments = Arrays.copyOf(instruments, count << 1);
            values = Arrays.copyOf(values, values.length << 1);
        }
        accounts[count] = account;
        instruments[count] = instrument;
        Arrays.fill(values, count * KINDS, (count + 1) * KINDS, NONE);
        table.insert(hash(account, instrument), count);
        return count++;
    }

    private static int hash(int account, int instrument) {
        return Mixing.hash((long) account << 32 | instrument);
    }
}
