package io.rialto.gateway.depth;

import io.rialto.gateway.market.Terms;
import java.util.List;

/** An order where it stands in line: its number in this book, its price and what it shows. */
final class ShownOrder extends Line {
    final long place;
    private final long quantityLots;
    private final Terms terms;

    ShownOrder(long place, long priceTicks, long quantityLots, Terms terms) {
        super(priceTicks);
        this.place = place;
        this.quantityLots = quantityLots;
        this.terms = terms;
    }

    ShownOrder in(Terms other) {
        return new ShownOrder(place, priceTicks, quantityLots, other);
    }

    /** Of one price, who came first. */
    @Override
    int compare(Line other, int sign) {
        int byPrice = super.compare(other, sign);
        return byPrice != 0 ? byPrice : Long.compare(place, ((ShownOrder) other).place);
    }

    @Override
    protected List<String> written() {
        return List.of(Long.toString(place), terms.price(priceTicks), terms.quantity(quantityLots));
    }
}
