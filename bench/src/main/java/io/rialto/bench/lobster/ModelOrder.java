package io.rialto.bench.lobster;

import io.rialto.protocol.Side;

/** An order as the script believes it to rest in the venue. */
final class ModelOrder {
    /** Source of an order that no later message names. */
    static final long NAMELESS = 0;

    final long number;
    final long source;
    final Side side;
    final long price;
    long open;

    ModelOrder(long number, long source, Side side, long price, long open) {
        this.number = number;
        this.source = source;
        this.side = side;
        this.price = price;
        this.open = open;
    }

    boolean isNameless() {
        return source == NAMELESS;
    }
}
