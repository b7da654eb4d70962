package io.rialto.feeds.listing;

import java.util.List;

/**
 * Everything listed of one kind, in the order of listing.
 *
 * @param sequence of the last frame that the answer has seen
 */
public record Listing<T>(List<T> items, long sequence) {
    public Listing {
        items = List.copyOf(items);
    }
}
