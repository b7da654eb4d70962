package io.rialto.feeds.auctions;

import io.rialto.protocol.CallKind;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The auction that an instrument collects for, and the last one that it had. Prices in ticks, quantities in lots.
 *
 * @param call empty while none runs
 * @param indication what the auction would be now; empty when nothing was told yet
 * @param last empty before the first
 * @param sequence of the last frame that the answer has seen
 */
public record Auction(Optional<Call> call, Optional<Indication> indication, Optional<Result> last, long sequence) {
    /**
     * A call that collects orders.
     *
     * @param earliestNanos when it ends at the earliest, UTC; 0: by hand
     * @param windowNanos by how much later it may end
     * @param seedHash SHA-256 of the seed that decides within the window, in hex; empty without one
     * @param extensions how often it went on instead of trading
     * @param next the phase that follows
     */
    public record Call(
            CallKind kind,
            long startedNanos,
            long earliestNanos,
            long windowNanos,
            String seedHash,
            int extensions,
            Phase next) {}

    /**
     * What would trade.
     *
     * @param priceTicks empty when nothing would
     * @param imbalanceSide empty when there is none
     */
    public record Indication(
            OptionalLong priceTicks,
            long volumeLots,
            long imbalanceLots,
            Optional<Side> imbalanceSide,
            long timeNanos,
            long sequence) {}

    /**
     * What traded.
     *
     * @param priceTicks empty when nothing did
     * @param referenceTicks what the price was measured from; empty for none
     * @param seed that decided the end, in hex; empty when none was revealed
     */
    public record Result(
            CallKind kind,
            OptionalLong priceTicks,
            long volumeLots,
            long imbalanceLots,
            Optional<Side> imbalanceSide,
            OptionalLong referenceTicks,
            String seed,
            long timeNanos,
            long sequence) {
        Result withSeed(String told) {
            return new Result(
                    kind,
                    priceTicks,
                    volumeLots,
                    imbalanceLots,
                    imbalanceSide,
                    referenceTicks,
                    told,
                    timeNanos,
                    sequence);
        }
    }

    static final Auction NONE = new Auction(Optional.empty(), Optional.empty(), Optional.empty(), 0);

    /** The same, for an answer that has seen the frame. */
    public Auction seenBy(long frame) {
        return new Auction(call, indication, last, frame);
    }
}
