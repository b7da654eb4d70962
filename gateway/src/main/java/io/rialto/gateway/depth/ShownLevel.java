package io.rialto.gateway.depth;

import io.rialto.gateway.market.Terms;
import java.util.List;

/** A price level as it is written; a level that changes becomes another object. Written once, when it is first shown. */
final class ShownLevel {
    final long priceTicks;
    private final long quantityLots;
    private final Terms terms;
    private List<String> texts;

    ShownLevel(long priceTicks, long quantityLots, Terms terms) {
        this.priceTicks = priceTicks;
        this.quantityLots = quantityLots;
        this.terms = terms;
    }

    ShownLevel in(Terms other) {
        return new ShownLevel(priceTicks, quantityLots, other);
    }

    boolean has(long lots) {
        return quantityLots == lots;
    }

    /** Price and quantity. */
    List<String> texts() {
        if (texts == null) texts = List.of(terms.price(priceTicks), terms.quantity(quantityLots));
        return texts;
    }

    /** The same level when it is gone. */
    List<String> gone() {
        return List.of(texts().get(0), "0");
    }
}
