package io.rialto.gateway.depth;

import io.rialto.gateway.market.Terms;
import java.util.List;

/** A price level: its price and quantity. */
final class ShownLevel extends Line {
    private final long quantityLots;
    private final Terms terms;

    ShownLevel(long priceTicks, long quantityLots, Terms terms) {
        super(priceTicks);
        this.quantityLots = quantityLots;
        this.terms = terms;
    }

    ShownLevel in(Terms other) {
        return new ShownLevel(priceTicks, quantityLots, other);
    }

    boolean has(long lots) {
        return quantityLots == lots;
    }

    @Override
    protected List<String> written() {
        return List.of(terms.price(priceTicks), terms.quantity(quantityLots));
    }
}
