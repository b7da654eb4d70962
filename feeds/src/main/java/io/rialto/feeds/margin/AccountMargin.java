package io.rialto.feeds.margin;

import java.util.List;

/**
 * An account's margins by asset and its positions in contracts by instrument, those that were closed among them.
 *
 * @param sequence of the last frame that the answer has seen
 */
public record AccountMargin(int account, List<MarginBalance> margins, List<ContractPosition> positions, long sequence) {
    public AccountMargin {
        margins = List.copyOf(margins);
        positions = List.copyOf(positions);
    }
}
