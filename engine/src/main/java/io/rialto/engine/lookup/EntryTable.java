package io.rialto.engine.lookup;

import static io.rialto.engine.lookup.Mixing.fold;

import java.util.Arrays;

/**
 * Finds entries, which are indexes into somebody's arrays, by a hash of what they hold. The owner compares the rest.
 *
 * <p>Open addressing with linear probing; removal closes the gap, so there are no tombstones and no decay. It offers no
 * iteration: an order that depends on hashes must never be seen.
 *
 * <p>Threading: the core's thread only. Allocates only to double beyond the most entries it ever held.
 */
public final class EntryTable {
    public static final int NONE = -1;

    private static final int ENTRY_BITS = 32;
    private static final long ENTRY_MASK = 0xFFFF_FFFFL;

    private long[] places; // hash in the high half, entry + 1 in the low half, 0 for a free place
    private int mask;
    private int size;

    public EntryTable(int expectedEntries) {
        int capacity = Integer.highestOneBit(Math.max(expectedEntries, 8) - 1) << 2;
        places = new long[capacity];
        mask = capacity - 1;
    }

    /** The place of the first entry with this hash, or {@link #NONE}. */
    public int find(int hash) {
        return probe(hash, fold(hash) & mask);
    }

    /** The place of the next entry with this hash, or {@link #NONE}. */
    public int findAfter(int hash, int place) {
        return probe(hash, place + 1 & mask);
    }

    public int entry(int place) {
        return (int) places[place] - 1;
    }

    public void insert(int hash, int entry) {
        if (++size << 1 > places.length) grow();
        put((long) hash << ENTRY_BITS | entry + 1 & ENTRY_MASK);
    }

    /** Takes out exactly this entry. */
    public void remove(int hash, int entry) {
        int place = find(hash);
        while (place != NONE && entry(place) != entry) place = findAfter(hash, place);
        if (place == NONE) throw new IllegalStateException("an entry must be in its table: entry=" + entry);
        size--;
        closeGap(place);
    }

    public int size() {
        return size;
    }

    private int probe(int hash, int from) {
        long[] p = places;
        int at = from;
        while (true) {
            long place = p[at];
            if (place == 0) return NONE;
            if ((int) (place >>> ENTRY_BITS) == hash) return at;
            at = at + 1 & mask;
        }
    }

    private void put(long place) {
        int at = fold((int) (place >>> ENTRY_BITS)) & mask;
        while (places[at] != 0) at = at + 1 & mask;
        places[at] = place;
    }

    private void closeGap(int gap) {
        int hole = gap;
        int at = gap;
        while (true) {
            at = at + 1 & mask;
            long place = places[at];
            if (place == 0) break;
            int home = fold((int) (place >>> ENTRY_BITS)) & mask;
            if ((at - home & mask) >= (at - hole & mask)) {
                places[hole] = place;
                hole = at;
            }
        }
        places[hole] = 0;
    }

    private void grow() {
        long[] old = places;
        places = new long[old.length << 1];
        mask = places.length - 1;
        for (long place : old) if (place != 0) put(place);
        Arrays.fill(old, 0);
    }
}
