package io.rialto.engine.ledger;

import io.rialto.engine.lookup.EntryTable;
import io.rialto.engine.lookup.Mixing;
import java.util.Arrays;

/**
 * Deposits and withdrawals that have begun and not ended, by their number. Numbers are counted from 1 over the venue.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class Transfers {
    /** What a pending transfer is. */
    static final byte DEPOSIT = 1;

    static final byte WITHDRAWAL = 2;
    static final int NONE = -1;

    private final EntryTable table = new EntryTable(64);
    private long[] numbers = new long[64]; // of a free entry the next free one
    private int[] accounts = new int[64];
    private int[] assets = new int[64];
    private long[] amounts = new long[64];
    private byte[] kinds = new byte[64];
    private int used;
    private int firstFree = NONE;
    private long lastNumber;

    /** The number given last; 0 before the first. */
    public long lastNumber() {
        return lastNumber;
    }

    long nextNumber() {
        return ++lastNumber;
    }

    boolean wasGiven(long number) {
        return number > 0 && number <= lastNumber;
    }

    /** The entry of a pending transfer of this kind, or {@link #NONE}. */
    int find(long number, byte kind) {
        int hash = Mixing.hash(number);
        int place = table.find(hash);
        while (place != NONE && numbers[table.entry(place)] != number) place = table.findAfter(hash, place);
        if (place == NONE) return NONE;
        int entry = table.entry(place);
        return kinds[entry] == kind ? entry : NONE;
    }

    void begin(long number, byte kind, int account, int asset, long amountMinor) {
        int entry = claim();
        numbers[entry] = number;
        kinds[entry] = kind;
        accounts[entry] = account;
        assets[entry] = asset;
        amounts[entry] = amountMinor;
        table.insert(Mixing.hash(number), entry);
    }

    void end(int entry) {
        table.remove(Mixing.hash(numbers[entry]), entry);
        kinds[entry] = 0;
        numbers[entry] = firstFree;
        firstFree = entry;
    }

    int account(int entry) {
        return accounts[entry];
    }

    int asset(int entry) {
        return assets[entry];
    }

    long amountMinor(int entry) {
        return amounts[entry];
    }

    /** The pending ones, in the order of their numbers; for audits. */
    public void visitPending(PendingVisitor visitor) {
        long[] pending = new long[table.size()];
        int count = 0;
        for (int entry = 0; entry < used; entry++) if (kinds[entry] != 0) pending[count++] = numbers[entry];
        Arrays.sort(pending);
        for (long number : pending) {
            byte kind = find(number, DEPOSIT) == NONE ? WITHDRAWAL : DEPOSIT;
            int entry = find(number, kind);
            visitor.pending(number, kind == WITHDRAWAL, accounts[entry], assets[entry], amounts[entry]);
        }
    }

    /** One pending transfer. */
    public interface PendingVisitor {
        void pending(long number, boolean isWithdrawal, int account, int asset, long amountMinor);
    }

    private int claim() {
        int entry = firstFree;
        if (entry != NONE) {
            firstFree = (int) numbers[entry];
            return entry;
        }
        if (used == numbers.length) grow(used << 1);
        return used++;
    }

    private void grow(int capacity) {
        numbers = Arrays.copyOf(numbers, capacity);
        accounts = Arrays.copyOf(accounts, capacity);
        assets = Arrays.copyOf(assets, capacity);
        amounts = Arrays.copyOf(amounts, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
    }
}
