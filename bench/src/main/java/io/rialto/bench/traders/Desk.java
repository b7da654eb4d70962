package io.rialto.bench.traders;

import java.io.IOException;
import java.util.Optional;

/** What a participant can do on a venue, and what he sees of it. All that he decides comes from its answers and from his seed. */
public interface Desk {
    /** Rests at the price or not at all; its number, when it does. */
    Optional<String> rest(Market market, boolean buys, long ticks, long lots) throws IOException;

    /** Rests or trades; its number, when it was taken. */
    Optional<String> limit(Market market, boolean buys, long ticks, long lots) throws IOException;

    /** Takes what there is up to a price, and leaves the rest. */
    void take(Market market, boolean buys, long ticks, long lots) throws IOException;

    void cancel(String order) throws IOException;

    /** Whether an order of his still stands, as far as he has been told. */
    boolean isOpen(String order);

    /** The price that a market's other side has to offer, in ticks; empty when nobody stands there. */
    Optional<Long> best(Market market, boolean buys) throws IOException;
}
