package io.rialto.gateway.depth;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A book as it stands, or what changed of it: what has a quantity of 0 is gone. A level is its price and quantity, an order its
 * number in that book, its price and what it shows.
 *
 * @param first of the frames that it is about: one more than the {@code last} before; of a snapshot {@code last}
 * @param last frame that it has seen
 * @param sequence the same as {@code last}
 * @param checksum CRC-32 of the ten best lines of both sides, after the change
 * @param conflated true when what came before was left out for a reader who was too slow; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookMessage(
        String channel,
        String symbol,
        Type type,
        long first,
        long last,
        long sequence,
        List<List<String>> bids,
        List<List<String>> asks,
        long checksum,
        Boolean conflated) {
    /** Whether it replaces all before, or changes it. */
    public enum Type {
        SNAPSHOT,
        DELTA
    }
}
