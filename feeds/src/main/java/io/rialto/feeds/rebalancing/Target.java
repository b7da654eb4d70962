package io.rialto.feeds.rebalancing;

import io.rialto.feeds.fees.AccountFees;
import io.rialto.feeds.listing.Instrument;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What part an asset shall be, what there is of it, and what it costs. Whole units of the asset, prices of one in the quote asset.
 *
 * @param market in which it is bought and sold
 * @param weight of all, 0 to 1
 * @param owned of which {@code available} can be sold
 * @param mark what it is valued at; empty while nobody knows
 * @param bid the best, if there is one
 */
public record Target(
        Instrument market,
        BigDecimal weight,
        BigDecimal owned,
        BigDecimal available,
        Optional<BigDecimal> mark,
        Optional<BigDecimal> bid,
        Optional<BigDecimal> ask,
        AccountFees fees) {
    BigDecimal lot() {
        return BigDecimal.valueOf(market.lotMantissa(), market.lotScale());
    }

    BigDecimal tick() {
        return BigDecimal.valueOf(market.tickMantissa(), market.tickScale());
    }
}
