package io.rialto.feeds.margin;

import java.util.List;

/**
 * An account's margins by asset, and by instrument the contracts in which it has a position, had one, has open orders or
 * has set a leverage.
 *
 * @param sequence of the last frame that the answer has seen
 */
public record AccountMargin(int account, List<MarginBalance> margins, List<ContractMargin> contracts, long sequence) {
    public AccountMargin {
        margins = List.copyOf(margins);
        contracts = List.copyOf(contracts);
    }

    /** In an asset; nothing ever moved is a margin of zero. */
    public MarginBalance margin(int asset) {
        return margins.stream()
                .filter(margin -> margin.asset() == asset)
                .findFirst()
                .orElseGet(() -> new MarginBalance(asset, 0, 0, 0, 0, 0, 0));
    }
}
