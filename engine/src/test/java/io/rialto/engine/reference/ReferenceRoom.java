package io.rialto.engine.reference;

/** Whether a frame that has said so much has room for one more meeting. */
final class ReferenceRoom {
    private static final int EVENTS_OF_ONE_STEP = 4;

    private ReferenceRoom() {}

    /** The room that a meeting needs: a trade, two cut fees or an end, the taker's own end; and an iceberg's next peak. */
    static boolean isLeft(int said, ReferenceOrder maker) {
        int watch = maker.instrument.prices.isWatched() ? 3 : 0;
        int peak = maker.isIceberg() ? 1 : 0;
        return said + EVENTS_OF_ONE_STEP + watch + positionsTold(maker) + peak <= ReferenceMatching.MAX_EVENTS;
    }

    /** A contract's trade is told with both its positions and what moved to or from their own margins, one that settles later with its novation. */
    static int positionsTold(ReferenceOrder order) {
        if (order.instrument.isContract()) return 4;
        return order.instrument.settlesLater ? 1 : 0;
    }
}
