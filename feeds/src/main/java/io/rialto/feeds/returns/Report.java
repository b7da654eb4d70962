package io.rialto.feeds.returns;

import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.portfolio.EquityPoint;
import java.util.Optional;

/**
 * What an account earned over a period.
 *
 * @param interval at whose ends the drawdown was looked at, beside every flow
 * @param isWhole false when the past that was asked for is no longer all kept, so that it begins later
 * @param flows how many there were; their sum is what changed of the transfers
 * @param drawdown empty where the index is not defined
 */
public record Report(
        int asset,
        EquityPoint start,
        EquityPoint end,
        Interval interval,
        boolean isWhole,
        int flows,
        Return timeWeighted,
        Return moneyWeighted,
        Optional<Drawdown> drawdown,
        Attribution attribution,
        long sequence) {}
