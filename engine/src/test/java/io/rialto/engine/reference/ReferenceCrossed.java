package io.rialto.engine.reference;

import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import java.util.List;
import java.util.Optional;

/** Orders that an auction left although they reach each other: of the two in front the younger comes in anew. */
final class ReferenceCrossed {
    private static final int ROOM = 8;

    private final ReferenceMatching matching;

    ReferenceCrossed(ReferenceMatching matching) {
        this.matching = matching;
    }

    /** The next to come in, if there is one. */
    Optional<ReferenceOrder> next() {
        for (ReferenceInstrument instrument : matching.control.instruments) {
            if (instrument.session.phase != Phase.CONTINUOUS) continue;
            Optional<ReferenceOrder> buy = front(instrument, Side.BUY);
            Optional<ReferenceOrder> sell = front(instrument, Side.SELL);
            boolean meet = buy.isPresent()
                    && sell.isPresent()
                    && buy.orElseThrow().priceTicks >= sell.orElseThrow().priceTicks;
            if (meet) return buy.orElseThrow().number > sell.orElseThrow().number ? buy : sell;
        }
        return Optional.empty();
    }

    private Optional<ReferenceOrder> front(ReferenceInstrument instrument, Side side) {
        return matching.side(instrument, side).stream()
                .filter(order -> order.leastLots() == 0)
                .findFirst();
    }

    /** False when the frame has no room for it. */
    boolean arrives(ReferenceOrder order) {
        if (matching.events.size() + ROOM > ReferenceMatching.MAX_EVENTS) return false;
        var what = List.of(order.number, order.priceTicks, order.priceTicks, order.openLots, 0, order.account);
        matching.events.add("OrderRepriced", what, order.instrument.number, order.side);
        matching.resting.remove(order);
        order.isResting = false;
        matching.arrive(order);
        return true;
    }
}
