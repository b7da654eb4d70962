package io.rialto.engine.protection;

import io.rialto.engine.admission.Ticket;
import io.rialto.engine.lookup.EntryTable;
import io.rialto.engine.lookup.Mixing;
import io.rialto.engine.requests.Caller;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The orders of the last moments of accounts that want repetitions refused: a ring, oldest first, found by what was asked.
 * Orders of one command are meant as they are and are no repetitions of each other.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
final class RecentOrders {
    /** No window is longer. */
    static final long LONGEST_NANOS = 60_000_000_000L;

    private static final int WORDS = 6;
    private static final int OWNER = 0; // account|instrument
    private static final int PRICE = 1;
    private static final int LOTS = 2;
    private static final int AMOUNT = 3;
    private static final int TIME = 4;
    private static final int SEQUENCE = 5; // shifted by one, side in the lowest bit

    private final EntryTable table = new EntryTable(64);
    private long[] ring = new long[64 * WORDS];
    private int oldest;
    private int count;

    boolean has(Ticket ticket, Caller caller, long windowNanos) {
        forgetBefore(caller.timeNanos() - LONGEST_NANOS);
        int hash = hash(owner(ticket), ticket.priceTicks, ticket.quantityLots, ticket.quoteAmountMinor);
        int place = table.find(hash);
        while (place != EntryTable.NONE) {
            int at = table.entry(place) * WORDS;
            boolean isOfOthers = ring[at + SEQUENCE] >> 1 != caller.sequence();
            if (isSame(at, ticket) && isOfOthers && caller.timeNanos() - ring[at + TIME] < windowNanos) return true;
            place = table.findAfter(hash, place);
        }
        return false;
    }

    void remember(Ticket ticket, Caller caller) {
        if ((count + 1) * WORDS > ring.length) grow();
        int entry = (oldest + count++) % (ring.length / WORDS);
        int at = entry * WORDS;
        ring[at + OWNER] = owner(ticket);
        ring[at + PRICE] = ticket.priceTicks;
        ring[at + LOTS] = ticket.quantityLots;
        ring[at + AMOUNT] = ticket.quoteAmountMinor;
        ring[at + TIME] = caller.timeNanos();
        ring[at + SEQUENCE] = caller.sequence() << 1 | (ticket.buys ? 1 : 0);
        table.insert(hashAt(at), entry);
    }

    /** Everything that can change a later decision. */
    void visit(LongConsumer state) {
        for (int i = 0; i < count; i++) {
            int at = (oldest + i) % (ring.length / WORDS) * WORDS;
            for (int word = 0; word < WORDS; word++) state.accept(ring[at + word]);
        }
    }

    private void forgetBefore(long timeNanos) {
        while (count > 0 && ring[oldest * WORDS + TIME] <= timeNanos) {
            table.remove(hashAt(oldest * WORDS), oldest);
            oldest = (oldest + 1) % (ring.length / WORDS);
            count--;
        }
    }

    private void grow() {
        int entries = ring.length / WORDS;
        for (int i = 0; i < count; i++) table.remove(hashAt((oldest + i) % entries * WORDS), (oldest + i) % entries);
        long[] larger = Arrays.copyOfRange(ring, oldest * WORDS, oldest * WORDS + (ring.length << 1));
        System.arraycopy(ring, 0, larger, (entries - oldest) * WORDS, oldest * WORDS);
        ring = larger;
        oldest = 0;
        for (int i = 0; i < count; i++) table.insert(hashAt(i * WORDS), i);
    }

    private boolean isSame(int at, Ticket ticket) {
        return ring[at + OWNER] == owner(ticket)
                && ring[at + PRICE] == ticket.priceTicks
                && ring[at + LOTS] == ticket.quantityLots
                && ring[at + AMOUNT] == ticket.quoteAmountMinor
                && (ring[at + SEQUENCE] & 1) == (ticket.buys ? 1 : 0);
    }

    private int hashAt(int at) {
        return hash(ring[at + OWNER], ring[at + PRICE], ring[at + LOTS], ring[at + AMOUNT]);
    }

    private static long owner(Ticket ticket) {
        return (long) ticket.account << 32 | ticket.instrument;
    }

    private static int hash(long owner, long priceTicks, long lots, long amountMinor) {
        return Mixing.hash(owner, priceTicks, lots ^ amountMinor << 32);
    }
}
