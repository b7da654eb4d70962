package io.rialto.engine.position;

import io.rialto.engine.book.OrderPool;
import io.rialto.protocol.OrderClippedEncoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.Frame;

/**
 * Writes what becomes of orders because of a position. Threading: the core's thread only. Allocates nothing.
 */
public final class PositionEvents {
    private final OrderPool pool;
    private final Positions positions;
    private final OrderClippedEncoder clipped = new OrderClippedEncoder();

    public PositionEvents(OrderPool pool, Positions positions) {
        this.pool = pool;
        this.positions = positions;
    }

    /**
     * A reduce-only order is smaller than it was, or than it was asked for.
     *
     * @param quantityLots its new total
     */
    public void clipped(
            Frame frame,
            int slot,
            int account,
            int instrument,
            Side side,
            long oldLots,
            long newLots,
            long quantityLots,
            long releasedMinor) {
        frame.claimEvent(clipped)
                .order(pool.orderNumber(slot))
                .oldOpenLots(oldLots)
                .newOpenLots(newLots)
                .newQuantityLots(quantityLots)
                .releasedMinor(releasedMinor)
                .positionLots(positions.lots(instrument, account))
                .account(account)
                .instrument(instrument)
                .side(side);
    }
}
