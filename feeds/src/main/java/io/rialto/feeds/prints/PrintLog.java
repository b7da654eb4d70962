package io.rialto.feeds.prints;

import java.util.HashMap;
import java.util.Map;

/**
 * The newest trades of one instrument, oldest first, each with its place for good: an index that counts from 0. Prices and
 * quantities in {@link Grain grains}.
 *
 * <p>Kept in chunks, so that a long log grows without being copied; the oldest chunk makes room when enough is kept.
 *
 * <p>Threading: written by the writing thread; read by it, or by questions behind the position's gate.
 */
public final class PrintLog {
    private static final int CHUNK_BITS = 8;
    private static final int CHUNK_ROWS = 1 << CHUNK_BITS;
    private static final int COLUMNS = 7;
    private static final int BUY = 1;
    private static final int OUT = 2;
    private static final int FLAG_BITS = 2;
    private static final long NONE = -1;

    private final int instrument;
    private final int capacity;
    private final Map<Long, Long> replaced = new HashMap<>(); // a correction's number to the first one's
    private long[][] chunks = new long[1][];
    private long oldest;
    private long end;
    private long forgottenNanos = Long.MIN_VALUE;
    private long version;
    private long missed;
    private Grain price;
    private Grain lot;

    PrintLog(int instrument, int capacity, Grain price, Grain lot) {
        this.instrument = instrument;
        this.capacity = capacity;
        this.price = price;
        this.lot = lot;
    }

    public int instrument() {
        return instrument;
    }

    public Grain priceGrain() {
        return price;
    }

    public Grain lotGrain() {
        return lot;
    }

    /** The first index that is kept. */
    public long oldest() {
        return oldest;
    }

    /** Behind the newest index. */
    public long end() {
        return end;
    }

    public long number(long index) {
        return cell(index, 0) >> FLAG_BITS;
    }

    public long price(long index) {
        return cell(index, 1);
    }

    public long lots(long index) {
        return cell(index, 2);
    }

    public long notionalMinor(long index) {
        return cell(index, 3);
    }

    public long timeNanos(long index) {
        return cell(index, 4);
    }

    /** Of the frame that made it, also when it has been corrected. */
    public long sequence(long index) {
        return cell(index, 5);
    }

    public long takerOrder(long index) {
        return cell(index, 6);
    }

    public boolean isTakerBuy(long index) {
        return (cell(index, 0) & BUY) != 0;
    }

    /** Neither busted, nor waiting for the correction that follows. */
    public boolean stands(long index) {
        return (cell(index, 0) & OUT) == 0;
    }

    /** The newest trade that stands below an index; -1 for none that is kept. */
    public long standingBefore(long index) {
        for (long i = index - 1; i >= oldest; i--) if (stands(i)) return i;
        return NONE;
    }

    /** The first kept index at or after a moment. */
    public long from(long timeNanos) {
        long low = oldest;
        long high = end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (timeNanos(middle) < timeNanos) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** Whether no trade at or after a moment has been forgotten. */
    public boolean isWholeFrom(long timeNanos) {
        return timeNanos > forgottenNanos;
    }

    /** When the newest trade that was forgotten was made; the least long when none was. */
    public long forgottenNanos() {
        return forgottenNanos;
    }

    /** Counts what changed rows that stood before. */
    public long version() {
        return version;
    }

    /** How many trades were taken back when they were no longer kept. */
    public long missed() {
        return missed;
    }

    /** Where a trade of this number is, its own or its correction's; -1 when it is not kept. */
    long find(long number) {
        long original = replaced.getOrDefault(number, number);
        long index = firstNotBelow(original);
        return index < end && number(index) == original ? index : NONE;
    }

    /** The first kept index of a number that is not below this one. */
    long firstNotBelow(long number) {
        long low = oldest;
        long high = end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (number(middle) < number) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** Whether two trades are fills of one taking order at one price in one frame. */
    boolean isOneTaking(long index, long other) {
        return takerOrder(index) == takerOrder(other)
                && price(index) == price(other)
                && sequence(index) == sequence(other);
    }

    /** Whether the next trade needs room that only the oldest chunk can give. */
    boolean isFull() {
        return end > endOfOldestChunk() && end + 1 - endOfOldestChunk() >= capacity;
    }

    long endOfOldestChunk() {
        return (oldest & -CHUNK_ROWS) + CHUNK_ROWS;
    }

    /** The oldest chunk is forgotten; its memory is used again when the places have gone round. */
    void forget() {
        long next = endOfOldestChunk();
        forgottenNanos = timeNanos(next - 1);
        oldest = next;
        long least = number(oldest);
        replaced.values().removeIf(original -> original < least);
    }

    /** All of it is forgotten: what it says cannot be told in the grains of now. */
    void lose(Grain newPrice, Grain newLot) {
        if (end > oldest) forgottenNanos = timeNanos(end - 1);
        oldest = (end + CHUNK_ROWS - 1) & -CHUNK_ROWS;
        end = oldest;
        chunks = new long[1][];
        price = newPrice;
        lot = newLot;
        version++;
    }

    long add(
            long number,
            long price,
            long lots,
            long notionalMinor,
            boolean isTakerBuy,
            long takerOrder,
            long timeNanos,
            long sequence) {
        long[] rows = rowsFor(end);
        int at = row(end);
        rows[at] = number << FLAG_BITS | (isTakerBuy ? BUY : 0);
        rows[at + 1] = price;
        rows[at + 2] = lots;
        rows[at + 3] = notionalMinor;
        rows[at + 4] = timeNanos;
        rows[at + 5] = sequence;
        rows[at + 6] = takerOrder;
        return end++;
    }

    void takeOut(long index) {
        rows(index)[row(index)] |= OUT;
        version++;
    }

    void putBack(long index, long correction, long price, long lots, long notionalMinor) {
        long[] rows = rows(index);
        int at = row(index);
        rows[at] &= ~OUT;
        rows[at + 1] = price;
        rows[at + 2] = lots;
        rows[at + 3] = notionalMinor;
        replaced.put(correction, number(index));
        version++;
    }

    void miss() {
        missed++;
    }

    /**
     * Every number is counted in finer grains from now on.
     *
     * @throws ArithmeticException when one is too large for that; the log is good for {@link #lose} alone then
     */
    void refine(Grain newPrice, long priceFactor, Grain newLot, long lotFactor) {
        for (long i = oldest; i < end; i++) {
            long[] rows = rows(i);
            int at = row(i);
            rows[at + 1] = Math.multiplyExact(rows[at + 1], priceFactor);
            rows[at + 2] = Math.multiplyExact(rows[at + 2], lotFactor);
        }
        price = newPrice;
        lot = newLot;
        version++;
    }

    /** Whether a price and a quantity in the instrument's steps fit in grains. */
    boolean holds(long ticks, long steps) {
        return ticks <= Long.MAX_VALUE / price.perStep() && steps <= Long.MAX_VALUE / lot.perStep();
    }

    private long cell(long index, int column) {
        return rows(index)[row(index) + column];
    }

    private long[] rows(long index) {
        return chunks[place(index)];
    }

    private static int row(long index) {
        return (int) (index & (CHUNK_ROWS - 1)) * COLUMNS;
    }

    private int place(long index) {
        return (int) (index >>> CHUNK_BITS) & (chunks.length - 1);
    }

    private long[] rowsFor(long index) {
        boolean isWrapped = (index & -CHUNK_ROWS) - (oldest & -CHUNK_ROWS) >= (long) chunks.length * CHUNK_ROWS;
        if (isWrapped) grow();
        int place = place(index);
        if (chunks[place] == null) chunks[place] = new long[CHUNK_ROWS * COLUMNS];
        return chunks[place];
    }

    private void grow() {
        long[][] old = chunks;
        long first = oldest >>> CHUNK_BITS;
        long[][] grown = new long[old.length * 2][];
        for (int i = 0; i < old.length; i++) {
            long chunk = first + i;
            grown[(int) chunk & (grown.length - 1)] = old[(int) chunk & (old.length - 1)];
        }
        chunks = grown;
    }
}
