package io.rialto.feeds.fills;

import io.rialto.feeds.position.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.MutableLong;

/**
 * The newest fills of the venue, each linked to the one before of its order and of its account, so that either list is
 * walked newest first without an index.
 *
 * <p>Fill numbers count from 1 without gaps; a link to a number that is no longer kept ends a walk.
 *
 * <p>Threading: whoever holds the position's gate; this class has no gate of its own.
 */
public final class FillLog {
    private static final int INITIAL_FILLS = 16;

    /** Link of an order or account without a fill. */
    public static final long NONE = 0;

    /** Stands for any number that is no longer kept. */
    private static final long DROPPED = -1;

    private final int capacity;
    private final Int2ObjectHashMap<MutableLong> newestOfAccount = new Int2ObjectHashMap<>();
    private Fill[] fills;
    private long[] beforeOfOrder;
    private long[] beforeOfAccount;
    private long newest;

    /** @param capacity fills kept; the oldest makes room for the newest */
    public FillLog(int capacity) {
        this.capacity = capacity;
        allocate(Math.min(INITIAL_FILLS, capacity));
    }

    /** The number that the fill added next must carry. */
    public long nextNumber() {
        return newest + 1;
    }

    /** @param newestOfOrder the order's fill before this one, or {@link #NONE} */
    public void add(Fill fill, long newestOfOrder) {
        if (newest == fills.length && fills.length < capacity) grow();
        newest = fill.number();
        MutableLong ofAccount = newestOfAccount.get(fill.account());
        if (ofAccount == null) {
            ofAccount = new MutableLong(NONE);
            newestOfAccount.put(fill.account(), ofAccount);
        }
        int slot = slot(newest);
        fills[slot] = fill;
        beforeOfOrder[slot] = newestOfOrder;
        beforeOfAccount[slot] = ofAccount.value;
        ofAccount.value = newest;
    }

    /** Newest first. @param newestOfOrder the order's last fill, or {@link #NONE} */
    public Page<Fill> ofOrder(long order, long newestOfOrder, long cursor, int limit, long sequence) {
        if (isKept(cursor) && at(cursor).order() != order) throw strange(cursor);
        return page(start(newestOfOrder, cursor, beforeOfOrder), beforeOfOrder, 0, limit, sequence);
    }

    /** Newest first. @param instrument 0 for every one */
    public Page<Fill> ofAccount(int account, int instrument, long cursor, int limit, long sequence) {
        if (isKept(cursor) && at(cursor).account() != account) throw strange(cursor);
        MutableLong newestFill = newestOfAccount.get(account);
        long head = newestFill == null ? NONE : newestFill.value;
        return page(start(head, cursor, beforeOfAccount), beforeOfAccount, instrument, limit, sequence);
    }

    private long start(long head, long cursor, long[] before) {
        if (cursor == Page.NEWEST) return head;
        if (cursor < 1 || cursor > newest) throw strange(cursor);
        return isKept(cursor) ? before[slot(cursor)] : DROPPED;
    }

    private Page<Fill> page(long from, long[] before, int instrument, int limit, long sequence) {
        List<Fill> items = new ArrayList<>();
        long at = from;
        long last = NONE;
        for (int seen = 0; isKept(at) && items.size() < limit && seen < Page.MAX_SCANNED; seen++) {
            Fill fill = at(at);
            if (instrument == 0 || instrument == fill.instrument()) items.add(fill);
            last = at;
            at = before[slot(at)];
        }
        boolean hasMore = isKept(at);
        return new Page<>(
                items, hasMore ? OptionalLong.of(last) : OptionalLong.empty(), !hasMore && at != NONE, sequence);
    }

    private static IllegalArgumentException strange(long cursor) {
        return new IllegalArgumentException("cursor must be of a page of this list: was " + cursor);
    }

    private boolean isKept(long number) {
        return number > Math.max(0, newest - fills.length) && number <= newest;
    }

    private Fill at(long number) {
        return fills[slot(number)];
    }

    private int slot(long number) {
        return (int) ((number - 1) % fills.length);
    }

    private void allocate(int size) {
        fills = new Fill[size];
        beforeOfOrder = new long[size];
        beforeOfAccount = new long[size];
    }

    private void grow() {
        int size = (int) Math.min(capacity, fills.length * 2L);
        fills = Arrays.copyOf(fills, size);
        beforeOfOrder = Arrays.copyOf(beforeOfOrder, size);
        beforeOfAccount = Arrays.copyOf(beforeOfAccount, size);
    }
}
