package io.rialto.feeds.exposure;

import java.util.List;

/**
 * The positions of an account, by instrument number, those that were closed among them.
 *
 * @param sequence of the last frame that the answer has seen
 */
public record AccountExposure(int account, List<Exposure> items, long sequence) {
    public AccountExposure {
        items = List.copyOf(items);
    }
}
