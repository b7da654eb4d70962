package io.rialto.feeds.returns;

import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.past.AccountThen;
import io.rialto.feeds.past.Moment;
import io.rialto.feeds.past.PositionThen;
import io.rialto.feeds.past.Valuation;
import io.rialto.feeds.portfolio.EquityPoint;
import java.math.BigInteger;

/** What an account was worth at a moment, by the rules by which it is told now. */
final class Worth {
    private Worth() {}

    static EquityPoint point(Moment moment) {
        Valuation valuation = moment.valuation();
        AccountThen account = moment.account();
        BigInteger equity = BigInteger.ZERO;
        for (AccountThen.Owned owned : account.assets()) {
            equity = equity.add(valuation
                    .valueMinor(owned.asset(), owned.scale(), owned.amountMinor())
                    .orElse(BigInteger.ZERO));
        }
        for (PositionThen position : account.positions()) {
            Instrument market = moment.market(position.instrument()).orElse(null);
            if (market == null || market.contract().isEmpty()) continue;
            equity = equity.add(contract(valuation, market, position));
        }
        BigInteger brought = account.fees().add(account.funding()).add(account.transfers());
        return new EquityPoint(
                moment.timeNanos(),
                account.sequence(),
                equity,
                equity.subtract(brought),
                account.fees(),
                account.funding(),
                account.transfers());
    }

    private static BigInteger contract(Valuation valuation, Instrument market, PositionThen position) {
        return valuation
                .worthMinor(market, position.quantity())
                .map(worth -> position.unrealisedMinor(CostMethod.AVERAGE, worth))
                .flatMap(gain -> valuation.valueMinor(
                        market.quote().number(), market.quote().scale(), gain))
                .orElse(BigInteger.ZERO);
    }
}
