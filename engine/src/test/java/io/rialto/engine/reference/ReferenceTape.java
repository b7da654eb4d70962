package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigInteger.ZERO;

import io.rialto.engine.reference.ClearingCommand.CorrectTrade;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Section 16: trades of contracts, and of what never had settlement terms: how long they are kept, and how taken back. */
final class ReferenceTape {
    private static final int MOST_TRADES = 65_536;
    private static final int KEPT_DAYS = 70;
    private static final int USUAL_DAYS = 30;
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(60);

    /** @param volumeDay to which it counted, or -1 */
    record Trade(
            long number,
            ReferenceInstrument market,
            int buyer,
            int seller,
            long ticks,
            long lots,
            BigDecimal buyerFee,
            BigDecimal sellerFee,
            long tick,
            long lot,
            int madeOn,
            long volumeDay) {
        BigInteger value() {
            return value(ticks);
        }

        BigInteger value(long at) {
            return market.value(at, BigInteger.valueOf(lots));
        }

        List<Object> all() {
            return List.of(ticks, lots, value(), buyerFee, sellerFee, buyer, seller, market.number, volumeDay);
        }
    }

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final ReferenceSettlement settlement;
    private final List<Trade> trades = new ArrayList<>();
    private final List<Long> busted = new ArrayList<>();

    ReferenceTape(ReferenceMatching matching, ReferenceControl control, ReferenceSettlement settlement) {
        this.matching = matching;
        this.control = control;
        this.settlement = settlement;
    }

    void keep(
            ReferenceInstrument market,
            int buyer,
            int seller,
            long ticks,
            long lots,
            BigDecimal buyerFee,
            BigDecimal sellerFee) {
        boolean isOwn = matching.owners.get(buyer).equals(matching.owners.get(seller));
        long volumeDay = isOwn || !control.fees.concern(market) ? -1 : control.fees.day(buyer);
        trades.add(new Trade(
                matching.trades,
                market,
                buyer,
                seller,
                ticks,
                lots,
                buyerFee,
                sellerFee,
                market.parameter(6),
                market.parameter(7),
                settlement.today(),
                volumeDay));
    }

    /** The trade, when it can be taken back in this way. */
    Trade find(long number, boolean isSettled) {
        Trade trade = trades.stream()
                .filter(one -> one.number == number && number > matching.trades - MOST_TRADES)
                .findFirst()
                .orElse(null);
        refuseIf(trade == null, TRADE_NOT_KEPT);
        long days = trade.market.parameter(KEPT_DAYS) == Command.NULL ? USUAL_DAYS : trade.market.parameter(KEPT_DAYS);
        refuseIf(settlement.today() - trade.madeOn > days, TRADE_NOT_KEPT);
        refuseIf(busted.contains(number), TRADE_BUSTED);
        if (trade.market.isContract()) {
            control.expiry.checkTrades(trade.market);
            refuseIf(isSettled, TRADE_NOT_SETTLED);
        } else refuseIf(!isSettled, TRADE_SETTLED);
        boolean isSame = trade.market.parameter(6) == trade.tick && trade.market.parameter(7) == trade.lot;
        refuseIf(!isSame, TRADE_IN_OTHER_STEPS);
        return trade;
    }

    /** Of a trade that settled at once, what is given back is not what fees were. */
    void reversed(Trade trade) {
        busted.add(trade.number);
    }

    /** Of a contract. */
    void bust(Trade trade) {
        check(trade, null);
        undo(trade);
    }

    void correct(Trade old, CorrectTrade asked) {
        refuseIf(asked.priceTicks() <= 0, PRICE_NOT_POSITIVE);
        refuseIf(asked.lots() <= 0, QUANTITY_BELOW_MINIMUM);
        refuseIf(asked.priceTicks() == old.ticks && asked.lots() == old.lots, WOULD_CHANGE_NOTHING);
        BigInteger value = old.market.value(asked.priceTicks(), BigInteger.valueOf(asked.lots()));
        Trade next = new Trade(
                matching.trades + 1,
                old.market,
                old.buyer,
                old.seller,
                asked.priceTicks(),
                asked.lots(),
                share(old.buyerFee, value, old.value()),
                share(old.sellerFee, value, old.value()),
                old.tick,
                old.lot,
                settlement.today(),
                old.volumeDay == -1 ? -1 : control.fees.day(old.buyer));
        check(old, next);
        undo(old);
        matching.trades++;
        trades.add(next);
        volume(next, BigDecimal.ONE);
        matching.events.add("ContractTradeCorrected", next.number, old.number, next.all());
        move(next, 1);
    }

    private static BigDecimal share(BigDecimal fee, BigInteger on, BigInteger wasOn) {
        return fee.multiply(new BigDecimal(on)).divide(new BigDecimal(wasOn), 0, RoundingMode.CEILING);
    }

    /** Whether it was neither taken back nor settled, and is still kept. */
    boolean stands(long number) {
        return !busted.contains(number)
                && trades.stream()
                        .anyMatch(one -> one.number == number
                                && number > matching.trades - MOST_TRADES
                                && !control.expiry.isSettled(one.market));
    }

    /** So many lots of it go from one to another, as by a trade at its price; neither pays a fee. */
    void refuseUnlessPassing(Trade of, int buyer, int seller, long lots) {
        check(passed(of, buyer, seller, 0), passed(of, buyer, seller, lots));
        matching.margin.askFor(of.market, buyer, true, of.ticks, lots);
        matching.margin.askFor(of.market, seller, false, of.ticks, lots);
    }

    private static Trade passed(Trade of, int buyer, int seller, long lots) {
        BigDecimal none = BigDecimal.ZERO;
        return new Trade(of.number, of.market, buyer, seller, of.ticks, lots, none, none, of.tick, of.lot, 0, -1);
    }

    private void check(Trade old, Trade next) {
        int asset = old.market.terms.quoteAsset();
        for (int account : List.of(old.buyer, old.seller))
            refuseIf(
                    control.liquidation.isOf(matching.margin.isolated.purse(old.market, account)), ACCOUNT_LIQUIDATING);
        refuseIf(!areSmall(numbers(old, next)), VALUE_OVERFLOW);
        BigDecimal refund = old.buyerFee.add(old.sellerFee);
        if (next != null) refund = refund.subtract(next.buyerFee).subtract(next.sellerFee);
        BigDecimal income =
                matching.ledger.total(ReferenceLedger.FEE_INCOME, asset).max(BigDecimal.ZERO);
        refuseIf(refund.compareTo(income) > 0, INSUFFICIENT_FUNDS);
        for (int account : List.of(old.buyer, old.seller)) {
            BigInteger change = gain(old, account).negate();
            if (next != null) change = change.add(gain(next, account));
            BigInteger left = ReferenceMarginCalls.bounded(matching.margin.equity(account, asset))
                    .add(change);
            // An isolated position pays first, then the account.
            var purse = matching.margin.isolated.purse(old.market, account);
            if (purse.isIsolated())
                left = left.add(ReferenceMarginCalls.bounded(matching.margin.isolated.equity(purse)));
            refuseIf(change.signum() < 0 && left.signum() < 0, INSUFFICIENT_MARGIN);
        }
    }

    /** What a trade brought to an account's equity, at mark. */
    private BigInteger gain(Trade trade, int account) {
        BigInteger gained = trade.value(trade.market.contractMark()).subtract(trade.value());
        BigInteger gain = ZERO;
        if (account == trade.buyer) gain = gain.add(gained).subtract(trade.buyerFee.toBigIntegerExact());
        if (account == trade.seller) gain = gain.subtract(gained).subtract(trade.sellerFee.toBigIntegerExact());
        return gain;
    }

    private List<BigInteger> numbers(Trade old, Trade next) {
        ReferenceInstrument market = old.market;
        int asset = market.terms.quoteAsset();
        List<BigInteger> all = new ArrayList<>();
        for (Trade trade : next == null ? List.of(old) : List.of(old, next)) {
            all.addAll(List.of(trade.value(), trade.value(market.contractMark()), BigInteger.valueOf(trade.lots)));
            all.add(trade.buyerFee.toBigIntegerExact());
            all.add(trade.sellerFee.toBigIntegerExact());
        }
        for (int account : List.of(old.buyer, old.seller)) {
            all.add(matching.positions.in(market).getOrDefault(account, ZERO));
            all.add(market.contract.cost(account));
            all.add(matching.ledger.margin(account, asset).toBigIntegerExact());
            all.add(matching.margin.isolated.margin(matching.margin.isolated.purse(market, account)));
        }
        all.add(matching.ledger.margin(ReferenceContracts.CLEARING, asset).toBigIntegerExact());
        all.add(matching.ledger.total(ReferenceLedger.FEE_INCOME, asset).toBigIntegerExact());
        return all;
    }

    private static boolean areSmall(List<BigInteger> numbers) {
        return numbers.stream().allMatch(number -> number.abs().compareTo(MOST) <= 0);
    }

    private void undo(Trade trade) {
        volume(trade, BigDecimal.ONE.negate());
        busted.add(trade.number);
        matching.events.add("ContractTradeBusted", trade.number, trade.all());
        move(trade, -1);
    }

    private void volume(Trade trade, BigDecimal sign) {
        if (trade.volumeDay == -1) return;
        BigDecimal notional = new BigDecimal(trade.value()).multiply(sign);
        for (int account : List.of(trade.buyer, trade.seller))
            control.fees.add(trade.market, account, trade.volumeDay, notional);
    }

    /** Positions, what they realise, and fees; with minus one by the opposite trade, and fees come back. */
    private void move(Trade trade, int sign) {
        int asset = trade.market.terms.quoteAsset();
        BigDecimal one = BigDecimal.valueOf(sign);
        for (int account : List.of(trade.buyer, trade.seller)) {
            BigDecimal fee = account == trade.buyer ? trade.buyerFee : trade.sellerFee;
            if (trade.buyer == trade.seller) fee = trade.buyerFee.add(trade.sellerFee);
            matching.ledger.move(account, ReferenceLedger.FEE_INCOME, asset, fee.multiply(one));
            matching.ledger.toMargin(account, asset, fee.multiply(one).negate());
            if (trade.buyer == trade.seller) return;
        }
        BigInteger lots = BigInteger.valueOf(sign * trade.lots);
        matching.contracts.change(trade.number, trade.market, trade.buyer, trade.seller, lots, trade.ticks);
    }
}
