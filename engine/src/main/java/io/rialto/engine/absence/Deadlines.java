package io.rialto.engine.absence;

import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.lookup.EntryTable;
import io.rialto.engine.lookup.Mixing;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Times by which something must have been heard, one for an account and a number of its kind. Setting one anew takes the old
 * one back. Deadlines of one time are due in the order in which they were set.
 *
 * <p>Journal time, nanoseconds UTC. Threading: the core's thread only. Allocates only to grow.
 */
final class Deadlines {
    private static final int ENTRY_BITS = 24;
    private static final long ENTRY_MASK = (1 << ENTRY_BITS) - 1;

    private final Agenda agenda;
    private final int kind;
    private final EntryTable table = new EntryTable(16);
    private int[] accounts = new int[16];
    private int[] numbers = new int[16];
    private long[] turns = new long[16]; // of a deadline that is off, 0
    private boolean[] fired = new boolean[16];
    private int count;
    private long lastTurn;

    Deadlines(Agenda agenda, int kind) {
        this.agenda = agenda;
        this.kind = kind;
    }

    void set(int account, int number, long dueNanos) {
        int entry = find(account, number);
        if (entry == EntryTable.NONE) entry = open(account, number);
        turns[entry] = ++lastTurn;
        fired[entry] = false;
        agenda.add(dueNanos, kind, lastTurn << ENTRY_BITS | entry);
    }

    /** False when it was off. */
    boolean isTakenBack(int account, int number) {
        int entry = find(account, number);
        if (entry == EntryTable.NONE || turns[entry] == 0) return false;
        turns[entry] = 0;
        return true;
    }

    boolean isAlive(long key) {
        return turns[entry(key)] == key >>> ENTRY_BITS;
    }

    int account(long key) {
        return accounts[entry(key)];
    }

    int number(long key) {
        return numbers[entry(key)];
    }

    /** Whether it has come already: what follows may take more than one frame. */
    boolean hasFired(long key) {
        return fired[entry(key)];
    }

    void fire(long key) {
        fired[entry(key)] = true;
    }

    /** All that followed is done. */
    void end(long key) {
        turns[entry(key)] = 0;
    }

    /** Everything that can change a later decision, but the times: those are in the agenda. */
    void visit(LongConsumer state) {
        state.accept(lastTurn);
        for (int entry = 0; entry < count; entry++) {
            if (turns[entry] == 0) continue;
            state.accept((long) accounts[entry] << 32 | numbers[entry]);
            state.accept(fired[entry] ? -turns[entry] : turns[entry]);
        }
    }

    private static int entry(long key) {
        return (int) (key & ENTRY_MASK);
    }

    private int find(int account, int number) {
        int hash = hash(account, number);
        int place = table.find(hash);
        while (place != EntryTable.NONE) {
            int entry = table.entry(place);
            if (accounts[entry] == account && numbers[entry] == number) return entry;
            place = table.findAfter(hash, place);
        }
        return EntryTable.NONE;
    }

    private int open(int account, int number) {
        if (count == accounts.length) {
            accounts = Arrays.copyOf(accounts, count << 1);
            numbers = Arrays.copyOf(numbers, count << 1);
            turns = Arrays.copyOf(turns, count << 1);
            fired = Arrays.copyOf(fired, count << 1);
        }
        accounts[count] = account;
        numbers[count] = number;
        table.insert(hash(account, number), count);
        return count++;
    }

    private static int hash(int account, int number) {
        return Mixing.hash((long) account << 32 | number & 0xFFFF_FFFFL);
    }
}
