package io.rialto.feeds.statements;

import io.rialto.feeds.changes.ChangeWriter;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.position.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * The newest movements of the venue, each linked to the one before of its account.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #statements}.
 */
public final class MovementLog {
    static final long NONE = 0;

    private static final int INITIAL = 16;
    private static final AccountMovements NOBODY = new AccountMovements();

    private final int capacity;
    private final MovementWatch watch;
    private final ChangeWriter told;
    private final Statements statements;
    private final Int2ObjectHashMap<AccountMovements> accounts = new Int2ObjectHashMap<>();
    private Movement[] movements;
    private long[] beforeOfAccount;
    private long newest;
    private long sequence;
    private long timeNanos;

    /**
     * @param capacity movements kept; the oldest makes room for the newest
     * @param told hears of each
     */
    public MovementLog(Position position, int capacity, MovementWatch watch, ChangeWriter told) {
        this.watch = watch;
        this.told = told;
        this.capacity = capacity;
        movements = new Movement[Math.min(INITIAL, capacity)];
        beforeOfAccount = new long[movements.length];
        statements = new Statements(position, this);
    }

    public Statements statements() {
        return statements;
    }

    /** The movements that follow are this frame's. */
    public void startFrame(long frameSequence, long frameTimeNanos) {
        sequence = frameSequence;
        timeNanos = frameTimeNanos;
    }

    /** More, or below zero less, is to be received, whenever that will be: nothing moves yet. */
    public void owe(int account, int asset, MovementKind kind, long amountMinor, long reference) {
        add(account, asset, Purse.OBLIGATION, kind, amountMinor, reference);
    }

    /** @param reference of the trade or transfer; 0 for none */
    public void add(int account, int asset, Purse purse, MovementKind kind, long amountMinor, long reference) {
        if (amountMinor == 0) return;
        AccountMovements chain = accounts.get(account);
        if (chain == null) accounts.put(account, chain = new AccountMovements());
        if (newest == movements.length && movements.length < capacity) grow();
        long after = chain.move(asset, purse, amountMinor);
        int slot = slot(++newest);
        movements[slot] =
                new Movement(newest, account, asset, purse, kind, amountMinor, after, reference, timeNanos, sequence);
        told.movement(movements[slot]);
        beforeOfAccount[slot] = chain.newest;
        chain.newest = newest;
        if (purse != Purse.OBLIGATION) watch.moved(account, asset, kind, amountMinor);
    }

    Statement statement(int account, Period period, long seen) {
        AccountMovements chain = accounts.getOrDefault(account, NOBODY);
        List<Movement> counted = new ArrayList<>();
        long at = chain.newest;
        while (isKept(at) && !period.isBefore(movements[slot(at)])) {
            counted.add(movements[slot(at)]);
            at = beforeOfAccount[slot(at)];
        }
        return chain.statement(account, counted, period, at == NONE || isKept(at), seen);
    }

    Page<Movement> page(int account, int asset, Period period, long cursor, int limit, long seen) {
        List<Movement> items = new ArrayList<>();
        long at = start(account, cursor);
        long last = NONE;
        for (int looked = 0; isKept(at) && items.size() < limit && looked < Page.MAX_SCANNED; looked++) {
            Movement movement = movements[slot(at)];
            if (period.isBefore(movement)) return new Page<>(items, OptionalLong.empty(), false, seen);
            boolean isWanted = !period.isAfter(movement) && (asset == 0 || asset == movement.asset());
            if (isWanted) items.add(movement);
            last = at;
            at = beforeOfAccount[slot(at)];
        }
        boolean hasMore = isKept(at);
        return new Page<>(items, hasMore ? OptionalLong.of(last) : OptionalLong.empty(), !hasMore && at != NONE, seen);
    }

    private long start(int account, long cursor) {
        if (cursor == Page.NEWEST) return accounts.getOrDefault(account, NOBODY).newest;
        boolean isOurs =
                cursor > NONE && cursor <= newest && (!isKept(cursor) || movements[slot(cursor)].account() == account);
        if (!isOurs) throw new IllegalArgumentException("cursor must be of a page of this list: was " + cursor);
        return isKept(cursor) ? beforeOfAccount[slot(cursor)] : cursor;
    }

    private boolean isKept(long number) {
        return number > Math.max(NONE, newest - movements.length) && number <= newest;
    }

    private int slot(long number) {
        return (int) ((number - 1) % movements.length);
    }

    private void grow() {
        int size = (int) Math.min(capacity, movements.length * 2L);
        movements = Arrays.copyOf(movements, size);
        beforeOfAccount = Arrays.copyOf(beforeOfAccount, size);
    }
}
