package io.rialto.feeds.returns;

import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.past.AccountThen;
import io.rialto.feeds.past.Moment;
import io.rialto.feeds.past.PositionThen;
import io.rialto.feeds.past.Valuation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an account's profit between two moments came from, instrument by instrument, in the smallest unit of the asset in which
 * the venue values, each amount at the prices of its end of the period. All lines and {@code other} are {@code total} to the unit.
 *
 * <p>What trades made of an asset is realised and unrealised; its price's effect is what it did to the rest: to what was brought
 * in and not bought, to what is sold and not delivered. {@code other} is what moved the asset in which the venue values and is no trade's, and what
 * rounding leaves.
 */
public record Attribution(List<Line> lines, BigInteger other, BigInteger total) {
    public Attribution {
        lines = List.copyOf(lines);
    }

    /** One instrument. @param fees below zero were paid @param funding below zero was paid @param price what its price did to the rest */
    public record Line(
            int instrument,
            BigInteger realised,
            BigInteger unrealised,
            BigInteger fees,
            BigInteger funding,
            BigInteger price) {
        static final Line NOTHING =
                new Line(0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

        public BigInteger sum() {
            return realised.add(unrealised).add(fees).add(funding).add(price);
        }

        private Line since(Line before) {
            return new Line(
                    instrument,
                    realised.subtract(before.realised),
                    unrealised.subtract(before.unrealised),
                    fees.subtract(before.fees),
                    funding.subtract(before.funding),
                    price.subtract(before.price));
        }

        private boolean isNothing() {
            return List.of(realised, unrealised, fees, funding, price).stream().allMatch(part -> part.signum() == 0);
        }
    }

    static Attribution between(Moment from, Moment to, CostMethod method) {
        Map<Integer, Line> before = new Sums(from, method).lines();
        Map<Integer, Line> after = new Sums(to, method).lines();
        BigInteger total = Worth.point(to).since(Worth.point(from)).profit();
        List<Line> lines = new ArrayList<>();
        BigInteger told = BigInteger.ZERO;
        for (Line line : after.values()) {
            Line change = line.since(before.getOrDefault(line.instrument, Line.NOTHING));
            if (change.isNothing()) continue;
            lines.add(change);
            told = told.add(change.sum());
        }
        return new Attribution(lines, total.subtract(told), total);
    }

    /** Since the account's beginning, as of one moment. */
    private static final class Sums {
        private final Moment moment;
        private final CostMethod method;
        private final Valuation valuation;
        private final Map<Integer, Line> lines = new TreeMap<>();
        private final Map<Integer, BigInteger> traded = new TreeMap<>(); // by asset

        Sums(Moment moment, CostMethod method) {
            this.moment = moment;
            this.method = method;
            valuation = moment.valuation();
        }

        Map<Integer, Line> lines() {
            for (PositionThen position : moment.account().positions()) {
                moment.market(position.instrument()).ifPresent(market -> add(market, position));
            }
            for (AccountThen.Owned owned : moment.account().assets()) price(owned);
            return lines;
        }

        private void add(Instrument market, PositionThen position) {
            BigInteger worth = valuation.worthMinor(market, position.quantity()).orElse(BigInteger.ZERO);
            boolean hasPrice = valuation.worthMinor(market, position.quantity()).isPresent();
            BigInteger unrealised = hasPrice ? position.unrealisedMinor(method, worth) : BigInteger.ZERO;
            BigInteger realised = position.realisedMinor(method);
            BigInteger fees = position.feesMinor().negate();
            BigInteger funding = position.fundingMinor().negate();
            lines.put(
                    market.number(),
                    new Line(
                            market.number(),
                            quote(market, realised),
                            quote(market, unrealised),
                            quote(market, fees),
                            quote(market, funding),
                            BigInteger.ZERO));
            int quote = market.quote().number();
            if (market.contract().isPresent()) {
                traded(quote, quote(market, realised.add(fees).add(funding)));
                return;
            }
            BigInteger signed = position.quantity().signum() < 0 ? worth.abs().negate() : worth.abs();
            if (hasPrice) traded(market.base().number(), quote(market, signed));
            traded(
                    quote,
                    quote(
                            market,
                            realised.add(unrealised)
                                    .subtract(hasPrice ? signed : BigInteger.ZERO)
                                    .add(fees)));
        }

        private BigInteger quote(Instrument market, BigInteger minor) {
            return valuation
                    .valueMinor(market.quote().number(), market.quote().scale(), minor)
                    .orElse(BigInteger.ZERO);
        }

        private void traded(int asset, BigInteger worth) {
            traded.merge(asset, worth, BigInteger::add);
        }

        /** What an asset made that no trade of it explains is of the market by which it is priced. */
        private void price(AccountThen.Owned owned) {
            Integer source = moment.sources().get(owned.asset());
            if (source == null || owned.asset() == moment.asset()) return;
            BigInteger worth = valuation
                    .valueMinor(owned.asset(), owned.scale(), owned.amountMinor())
                    .orElse(BigInteger.ZERO);
            BigInteger rest =
                    worth.subtract(owned.broughtMinor()).subtract(traded.getOrDefault(owned.asset(), BigInteger.ZERO));
            Line line = lines.getOrDefault(source, Line.NOTHING);
            lines.put(
                    source,
                    new Line(source, line.realised, line.unrealised, line.fees, line.funding, line.price.add(rest)));
        }
    }
}
