package io.rialto.gateway.subscriptions;

import io.rialto.gateway.notices.Wish;

/**
 * A wish that a reader said. Immutable.
 *
 * @param id counted over all readers, from 1
 */
record Subscription(int id, int reader, Kind kind, Wish wish, long createdMillis) {

    /** How it was said. */
    enum Kind {
        /** Condition by condition. */
        CUSTOM,
        /** All alerts about one market. */
        INSTRUMENT,
        /** All about the orders and positions of the own account. */
        MY_TRADING,
        /** All alerts about all markets. */
        MARKET_DATA
    }
}
