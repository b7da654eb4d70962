package io.rialto.gateway.past;

import io.rialto.feeds.market.Level;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The venue as it stood behind a frame. Prices in ticks and quantities in lots of then, money in the asset's smallest unit.
 *
 * <p>Threading: one thread at a time. Errors: {@link TakesLonger}; anything else is a fault.
 */
public interface PastVenue extends AutoCloseable {
    /**
     * What everybody could see of a book.
     *
     * @param isListed whether the instrument was there
     * @param lastTradeTicks 0 before the first trade
     * @param stateHash of the whole venue
     */
    record BookThen(
            boolean isListed,
            Phase phase,
            long lastTradeTicks,
            List<Level> bids,
            List<Level> asks,
            long timeNanos,
            long stateHash) {}

    /** What an account had of one asset. */
    record Money(int account, int asset, long totalMinor, long heldMinor, long marginMinor) {
        /** Nothing at all. */
        public boolean isNone() {
            return totalMinor == 0 && heldMinor == 0 && marginMinor == 0;
        }
    }

    /** A position; @param marginMinor what an isolated one has of its own */
    record Held(int instrument, long lots, long costMinor, long marginMinor) {}

    /** An open order; @param isInBook false while it waits outside of it */
    record Open(long order, int instrument, Side side, long priceTicks, long openLots, boolean isInBook) {}

    /** All of an account. */
    record AccountThen(List<Money> money, List<Held> positions, List<Open> orders, long timeNanos, long stateHash) {}

    /** @param goesOn asked now and then; false ends it */
    BookThen book(long sequence, int instrument, int depth, BooleanSupplier goesOn) throws IOException;

    AccountThen account(long sequence, int account, BooleanSupplier goesOn) throws IOException;

    /** What each of these accounts had of each asset, but for nothing. */
    List<Money> money(long sequence, List<Integer> accounts, BooleanSupplier goesOn) throws IOException;

    /** Gives all memory back until it is asked again. */
    void rest();

    @Override
    void close();
}
