package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.ZERO;

import io.rialto.engine.reference.ClearingCommand.*;
import io.rialto.engine.reference.ReferenceDebts.Debt;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Section 16: trades that are taken back, corrected or reversed, and buy-ins. */
final class ReferenceBusts {
    private static final BigInteger MOST_LOTS = BigInteger.valueOf(Long.MAX_VALUE);
    private static final int DAYS_KEPT = 30;

    /** What a bust needs to know of a trade. */
    static final class Trade {
        final ReferenceInstrument market;
        final long number, ticks, lots, tick, lot;
        final int buyer, seller;
        final BigDecimal notional, base;
        BigDecimal buyerOwes, buyerReceives, sellerReceives;
        BigDecimal held = ZERO;
        int day, madeOn;
        boolean isVolume, isNovated, isBusted;

        Trade(
                ReferenceInstrument market,
                long number,
                int buyer,
                int seller,
                long ticks,
                long lots,
                BigDecimal notional,
                BigDecimal base) {
            this.market = market;
            this.number = number;
            this.buyer = buyer;
            this.seller = seller;
            this.ticks = ticks;
            this.lots = lots;
            this.notional = notional;
            this.base = base;
            tick = market.parameter(6);
            lot = market.parameter(7);
        }

        BigDecimal quoteFee() {
            return buyerOwes.subtract(sellerReceives);
        }

        BigDecimal baseFee() {
            return base.subtract(buyerReceives);
        }

        boolean isInSameSteps() {
            return market.parameter(6) == tick && market.parameter(7) == lot;
        }

        List<Object> owed() {
            return List.of(buyerOwes, buyerReceives, base, sellerReceives, held);
        }

        List<Object> parties() {
            return List.of(buyer, seller, market.number);
        }

        List<Object> all() {
            List<Object> all = new ArrayList<>(List.of(ticks, lots));
            all.addAll(owed());
            all.addAll(List.of(notional, day));
            all.addAll(parties());
            all.add(madeOn);
            all.add(isVolume ? 1 : 0);
            return all;
        }
    }

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final ReferenceSettlement settlement;
    private final List<Trade> kept = new ArrayList<>();
    final ReferenceTape tape;

    ReferenceBusts(ReferenceMatching matching, ReferenceControl control, ReferenceSettlement settlement) {
        this.matching = matching;
        this.control = control;
        this.settlement = settlement;
        tape = new ReferenceTape(matching, control, settlement);
    }

    void keep(Trade trade) {
        while (!kept.isEmpty() && isOld(kept.get(0))) kept.remove(0);
        trade.madeOn = trade.isVolume ? (int) control.fees.day(trade.buyer) : settlement.today();
        kept.add(trade);
    }

    private boolean isOld(Trade trade) {
        return trade.day < settlement.today() - DAYS_KEPT && (!trade.isNovated || trade.day <= settlement.lastSettled);
    }

    Trade find(long number, boolean isSettled) {
        Trade trade = kept(number);
        refuseIf(trade.isBusted, TRADE_BUSTED);
        boolean wasSettled = !trade.isNovated || trade.day <= settlement.lastSettled;
        refuseIf(wasSettled && !isSettled, TRADE_SETTLED);
        refuseIf(!wasSettled && isSettled, TRADE_NOT_SETTLED);
        refuseIf(!trade.isInSameSteps(), TRADE_IN_OTHER_STEPS);
        return trade;
    }

    /** For its settlement; null for none. */
    private Trade kept(long number) {
        return kept.stream().filter(one -> one.number == number).findFirst().orElse(null);
    }

    boolean isTaped(long number) {
        refuseIf(number < 1 || number > matching.trades, UNKNOWN_TRADE);
        return kept(number) == null;
    }

    private void bustTaped(ReferenceTape.Trade trade) {
        if (trade.market().isContract()) {
            refuseIf(control.giveUps.isGivenUp(trade.number()), TRADE_GIVEN_UP);
            tape.bust(trade);
            return;
        }
        ReferenceInstrument market = trade.market();
        BigDecimal notional = market.notional(trade.ticks(), trade.lots()), base = market.base(trade.lots());
        reverse(new Trade(
                market, trade.number(), trade.buyer(), trade.seller(), trade.ticks(), trade.lots(), notional, base));
        tape.reversed(trade);
    }

    void bust(BustTrade asked) {
        refuseIf(asked.isSettled() > 1, INVALID_COMBINATION);
        if (isTaped(asked.trade())) {
            bustTaped(tape.find(asked.trade(), asked.isSettled() == 1));
            return;
        }
        Trade trade = find(asked.trade(), asked.isSettled() == 1);
        if (asked.isSettled() == 1) {
            refuseIf(control.giveUps.isGivenUp(trade), TRADE_GIVEN_UP);
            reverse(trade);
            return;
        }
        control.giveUps.refuseUnlessRefundable(trade);
        refuseUnlessRefundable(trade.market, trade.quoteFee(), trade.baseFee());
        undo(trade);
    }

    private void refuseUnlessRefundable(ReferenceInstrument market, BigDecimal quote, BigDecimal base) {
        boolean hasQuote = quote.compareTo(income(market.terms.quoteAsset())) <= 0;
        refuseIf(!hasQuote || base.compareTo(income(market.terms.baseAsset())) > 0, INSUFFICIENT_FUNDS);
    }

    private BigDecimal income(int asset) {
        return matching.ledger.total(ReferenceLedger.FEE_INCOME, asset).max(ZERO);
    }

    private void undo(Trade trade) {
        control.giveUps.takeBack(trade);
        settlement.book(trade, BigDecimal.ONE.negate());
        fees(trade, BigDecimal.ONE);
        position(trade.market, trade.buyer, trade.seller, -trade.lots);
        if (trade.isVolume) {
            control.fees.add(trade.market, trade.buyer, trade.madeOn, trade.notional.negate());
            control.fees.add(trade.market, trade.seller, trade.madeOn, trade.notional.negate());
        }
        trade.isBusted = true;
        matching.events.add("TradeBusted", trade.number, trade.all());
    }

    /** From fee income to the clearing account; with minus one, there. */
    private void fees(Trade trade, BigDecimal sign) {
        var terms = trade.market.terms;
        int income = ReferenceLedger.FEE_INCOME;
        BigDecimal quote = trade.quoteFee().multiply(sign),
                base = trade.baseFee().multiply(sign);
        matching.ledger.move(income, ReferenceDebts.CLEARING, terms.quoteAsset(), quote);
        matching.ledger.move(income, ReferenceDebts.CLEARING, terms.baseAsset(), base);
    }

    void position(ReferenceInstrument market, int buyer, int seller, long lots) {
        if (!ReferencePositions.areTracked(market) || buyer == seller) return;
        var positions = matching.positions.in(market);
        positions.merge(buyer, BigInteger.valueOf(lots), BigInteger::add);
        positions.merge(seller, BigInteger.valueOf(-lots), BigInteger::add);
        positions.replaceAll((account, sum) -> sum.min(MOST_LOTS).max(MOST_LOTS.negate()));
    }

    void correct(CorrectTrade asked) {
        if (isTaped(asked.trade())) {
            ReferenceTape.Trade taped = tape.find(asked.trade(), false);
            refuseIf(control.giveUps.isGivenUp(taped.number()), TRADE_GIVEN_UP);
            tape.correct(taped, asked);
            return;
        }
        Trade old = find(asked.trade(), false);
        ReferenceInstrument market = old.market;
        refuseIf(control.giveUps.isGivenUp(old), TRADE_GIVEN_UP);
        refuseIf(asked.priceTicks() <= 0, PRICE_NOT_POSITIVE);
        refuseIf(asked.lots() <= 0, QUANTITY_BELOW_MINIMUM);
        refuseIf(asked.priceTicks() == old.ticks && asked.lots() == old.lots, WOULD_CHANGE_NOTHING);
        BigDecimal notional = market.notional(asked.priceTicks(), asked.lots());
        BigDecimal base = market.base(asked.lots());
        long number = matching.trades + 1;
        Trade trade =
                new Trade(market, number, old.buyer, old.seller, asked.priceTicks(), asked.lots(), notional, base);
        BigDecimal buyerFee = share(old.buyerOwes.subtract(old.notional), notional, old.notional);
        BigDecimal sellerFee = share(old.notional.subtract(old.sellerReceives), notional, old.notional);
        trade.buyerOwes = notional.add(buyerFee);
        trade.buyerReceives = base.subtract(share(old.baseFee(), base, old.base));
        trade.sellerReceives = notional.subtract(sellerFee);
        List<BigDecimal> parts = List.of(notional, base, trade.buyerOwes, trade.buyerReceives, trade.sellerReceives);
        refuseIf(parts.stream().anyMatch(part -> !ReferenceLedger.fits(part)), VALUE_OVERFLOW);
        refuseUnlessFunded(old, trade);
        undo(old);
        matching.trades = number;
        trade.day = old.day;
        trade.isNovated = true;
        trade.isVolume = old.isVolume;
        keep(trade);
        settlement.book(trade, BigDecimal.ONE);
        fees(trade, BigDecimal.ONE.negate());
        position(market, trade.buyer, trade.seller, trade.lots);
        if (trade.isVolume) {
            control.fees.add(market, trade.buyer, trade.madeOn, notional);
            control.fees.add(market, trade.seller, trade.madeOn, notional);
        }
        matching.events.add("TradeCorrected", number, old.number, trade.all());
    }

    private static BigDecimal share(BigDecimal fee, BigDecimal on, BigDecimal wasOn) {
        if (fee.signum() == 0 || wasOn.signum() == 0) return ZERO;
        return fee.multiply(on).divide(wasOn, 0, RoundingMode.CEILING);
    }

    private void refuseUnlessFunded(Trade old, Trade trade) {
        var terms = trade.market.terms;
        refuseUnlessRefundable(
                trade.market,
                old.quoteFee().subtract(trade.quoteFee()),
                old.baseFee().subtract(trade.baseFee()));
        BigDecimal buyerHas = free(old.buyer, terms.quoteAsset()).add(old.buyerOwes.max(ZERO));
        BigDecimal more = trade.base.subtract(old.base);
        boolean hasRoom = more.signum() <= 0 || matching.ledger.hasRoomFor(terms.baseAsset(), more);
        boolean isFree = old.held.signum() == 0 && hasRoom;
        BigDecimal sellerHas = free(old.seller, terms.baseAsset()).add(old.held);
        boolean isFunded = trade.buyerOwes.compareTo(buyerHas) <= 0 && (isFree || trade.base.compareTo(sellerHas) <= 0);
        refuseIf(!isFunded, INSUFFICIENT_FUNDS);
        trade.held = isFree ? ZERO : trade.base;
    }

    private BigDecimal free(int account, int asset) {
        return matching.ledger.total(account, asset).subtract(matching.ledger.held(account, asset));
    }

    private void reverse(Trade trade) {
        var terms = trade.market.terms;
        boolean isThere = trade.base.compareTo(free(trade.buyer, terms.baseAsset())) <= 0
                && trade.notional.compareTo(free(trade.seller, terms.quoteAsset())) <= 0;
        refuseIf(!isThere, INSUFFICIENT_FUNDS);
        matching.ledger.move(trade.buyer, trade.seller, terms.baseAsset(), trade.base);
        matching.ledger.move(trade.seller, trade.buyer, terms.quoteAsset(), trade.notional);
        position(trade.market, trade.seller, trade.buyer, trade.lots);
        trade.isBusted = true;
        matching.trades++;
        var what = List.of(matching.trades, trade.number, trade.ticks, trade.lots, trade.base, trade.notional);
        matching.events.add("TradeReversed", what, trade.seller, trade.buyer, trade.market.number);
    }

    void buyIn(BuyIn asked) {
        control.account(asked.account());
        control.account(asked.supplier());
        ReferenceInstrument market = control.instrument(asked.instrument());
        refuseIf(asked.account() == asked.supplier(), INVALID_COMBINATION);
        refuseIf(asked.priceTicks() < 0, PRICE_NOT_POSITIVE);
        Debt debt = settlement.debts.find(market, asked.account(), ReferenceDebts.CARRIED);
        refuseIf(debt == null || debt.promised().signum() == 0, NOTHING_TO_BUY_IN);
        int needed = settlement.buyInCycles(market);
        refuseIf(needed == 0 || debt.cycles < needed, BUY_IN_TOO_EARLY);
        long reference =
                market.lastTradeTicks != 0 ? market.lastTradeTicks : Math.max(0, market.terms.referenceTicks());
        long ticks = asked.priceTicks() == 0 ? reference : asked.priceTicks();
        refuseIf(ticks == 0, NO_REFERENCE_PRICE);
        BigDecimal missing = debt.promised();
        long lots = missing.divide(market.base(1), 0, RoundingMode.CEILING).longValueExact();
        BigDecimal base = market.base(lots), quote = market.notional(ticks, lots);
        refuseIf(!ReferenceLedger.fits(base) || !ReferenceLedger.fits(quote), VALUE_OVERFLOW);
        boolean isThere = base.compareTo(free(asked.supplier(), market.terms.baseAsset())) <= 0
                && quote.compareTo(free(asked.account(), market.terms.quoteAsset())) <= 0;
        refuseIf(!isThere, INSUFFICIENT_FUNDS);
        matching.ledger.move(asked.supplier(), asked.account(), market.terms.baseAsset(), base);
        matching.ledger.move(asked.account(), asked.supplier(), market.terms.quoteAsset(), quote);
        settlement.debts.hold(debt, missing, ZERO);
        position(market, asked.account(), asked.supplier(), lots);
        var what = List.of(ticks, lots, base, quote, missing, market.number, asked.account(), asked.supplier());
        matching.events.add("BoughtIn", what);
    }
}
