package io.rialto.feeds.fees;

import io.rialto.protocol.FeeScope;
import java.util.Optional;

/**
 * What an account pays in one market. Rates in parts per 10^7, money in minor units of the quote asset.
 *
 * @param schedule 0: the market's own rates; version, tier and volume are 0 then as well
 * @param source whose schedule it is: the account's own, its group's, its firm's or the market's; empty for the market's own rates
 * @param volumeMinor of the thirty days before today, by which the tier is
 */
public record AccountFees(
        int account,
        int instrument,
        int makerRate,
        int takerRate,
        long feePerLotMinor,
        Optional<FeeScope> source,
        int schedule,
        int version,
        int tier,
        long volumeMinor) {}
