package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceTerms.*;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.*;

import io.rialto.protocol.InstrumentParameter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Another tick, lot or fee while the market trades, and what becomes of the open orders. */
final class ReferenceRestatement {
    private static final int MOST_ORDERS = ReferenceMatching.MAX_EVENTS / 2 - 32;

    private final ReferenceMatching matching;

    ReferenceRestatement(ReferenceMatching matching) {
        this.matching = matching;
    }

    static boolean isMine(int parameter) {
        return parameter == TICK
                || parameter == LOT
                || parameter == MAKER_FEE
                || parameter == TAKER_FEE
                || parameter == FEE_PER_LOT;
    }

    /** Account by account, oldest first. */
    private List<ReferenceOrder> open(ReferenceInstrument instrument) {
        List<ReferenceOrder> open = new ArrayList<>(matching.open());
        open.removeIf(order -> order.instrument != instrument);
        open.sort(Comparator.comparingInt((ReferenceOrder order) -> order.account)
                .thenComparingLong(order -> order.number));
        return open;
    }

    void check(ReferenceInstrument instrument, int parameter, long value) {
        boolean isFee = parameter == MAKER_FEE || parameter == TAKER_FEE;
        boolean isSoundPerLot = value == Command.NULL || value >= 1 && value <= 1_000_000_000_000L;
        refuseIf(parameter == FEE_PER_LOT && !(isSoundPerLot && instrument.feesInQuote), INVALID_PARAMETER);
        refuseIf(
                parameter != FEE_PER_LOT
                        && !(isFee ? isFee(instrument, parameter, value) : isStep(instrument, parameter, value)),
                INVALID_PARAMETER);
        refuseIf(open(instrument).size() > MOST_ORDERS, TOO_MANY_ORDERS);
    }

    private static boolean isFee(ReferenceInstrument instrument, int parameter, long value) {
        if (Math.abs(value) > 10_000_000 || value == Command.NULL) return false;
        var terms = with(instrument.terms, parameter, value);
        long worst = instrument.feesInQuote
                ? (long) terms.makerFeeRate() + terms.takerFeeRate()
                : Math.min(terms.makerFeeRate(), terms.takerFeeRate());
        return worst >= 0 || terms.feeIncomeMayBeNegative() == 1;
    }

    private boolean isStep(ReferenceInstrument instrument, int parameter, long value) {
        if (value < 100 || value % 100 > 18) return false;
        if (parameter == LOT && instrument.perLot().signum() > 0) return false;
        var terms = with(instrument.terms, parameter, value);
        if (!instrument.couldMeasure(terms)) return false;
        if (parameter == TICK) return true;
        BigDecimal factor = factor(instrument, parameter, value)[0];
        BigDecimal part = factor(instrument, parameter, value)[1];
        if (!matching.positions.areWhole(instrument, lots -> exact(lots, new BigDecimal[] {factor, part})))
            return false;
        long least = rounded(instrument.terms.minLots(), factor, part, RoundingMode.CEILING);
        return least <= rounded(instrument.terms.maxLots(), factor, part, RoundingMode.FLOOR);
    }

    void apply(ReferenceInstrument instrument, int parameter, long value) {
        if (parameter == TICK || parameter == LOT) changeStep(instrument, parameter, value);
        else changeFee(instrument, parameter, value);
    }

    /** Every open order begins a new rate segment; who cannot hold what the new rate may ask for ends. */
    private void changeFee(ReferenceInstrument instrument, int parameter, long value) {
        long old = instrument.parameter(parameter);
        instrument.change(parameter, value);
        Map<Integer, BigDecimal> reserved = new HashMap<>();
        for (ReferenceOrder order : open(instrument)) {
            if (!order.isResting && !order.waitsForAuction || !order.isBuy || !instrument.feesInQuote) continue;
            order.feeExact = ZERO;
            order.feeCharged = ZERO;
            BigDecimal need = order.holdAt(order.priceTicks, order.openLots);
            BigDecimal more = need.subtract(order.hold);
            BigDecimal free = matching.ledger
                    .total(order.account, order.heldAsset)
                    .subtract(matching.ledger.held(order.account, order.heldAsset))
                    .subtract(reserved.getOrDefault(order.account, ZERO));
            boolean canPay = ReferenceLedger.fits(need) && more.compareTo(free) <= 0;
            if (canPay) reserved.merge(order.account, more, BigDecimal::add);
            else matching.end("OrderCancelled", order, INSUFFICIENT_FUNDS);
        }
        changed(instrument, parameter, old);
        for (ReferenceOrder order : open(instrument)) {
            order.feeExact = ZERO;
            order.feeCharged = ZERO;
            if (order.isResting || order.waitsForAuction) restate(order, order.priceTicks, order.openLots);
        }
    }

    private void changeStep(ReferenceInstrument instrument, int parameter, long value) {
        boolean isTick = parameter == TICK;
        BigDecimal[] ratio = factor(instrument, parameter, value);
        for (ReferenceOrder order : open(instrument)) {
            boolean isExact = isTick
                    ? exact(order.priceTicks, ratio) >= 0
                    : exact(order.openLots, ratio) >= 0 && exact(order.totalLots, ratio) >= 0;
            boolean isElsewhere = matching.parked.contains(order) || !isTick && order.list != null;
            if (!isExact || isElsewhere || hasOwnTicksOrLots(order))
                matching.end("OrderCancelled", order, NOT_CONVERTIBLE);
        }
        long old = instrument.parameter(parameter);
        instrument.change(parameter, value);
        if (!isTick) matching.positions.convert(instrument, lots -> exact(lots, ratio));
        long closing = instrument.session.closingTicks;
        if (isTick && closing != 0) {
            instrument.session.closingTicks = rounded(closing, ratio[0], ratio[1], RoundingMode.HALF_DOWN);
        }
        if (isTick && instrument.lastTradeTicks != 0) {
            instrument.lastTradeTicks = rounded(instrument.lastTradeTicks, ratio[0], ratio[1], RoundingMode.HALF_DOWN);
        }
        if (isTick && instrument.markTicks != 0) {
            instrument.markTicks = rounded(instrument.markTicks, ratio[0], ratio[1], RoundingMode.HALF_DOWN);
        }
        changed(instrument, parameter, old);
        for (InstrumentParameter other : InstrumentParameter.values()) {
            if (!other.name().endsWith(isTick ? "_TICKS" : "_LOTS")) continue;
            long before = instrument.parameter(other.value());
            if (before == Command.NULL) continue;
            long after = before == 0 ? 0 : rounded(before, ratio[0], ratio[1], mode(other.name()));
            if (after == before) continue;
            instrument.change(other.value(), after);
            changed(instrument, other.value(), before);
        }
        for (ReferenceOrder order : open(instrument)) {
            long ticks = order.priceTicks;
            long lots = order.openLots;
            if (isTick) order.priceTicks = exact(ticks, ratio);
            else order.openLots = exact(lots, ratio);
            if (!isTick) order.totalLots = exact(order.totalLots, ratio);
            restate(order, ticks, lots);
        }
    }

    private static RoundingMode mode(String name) {
        if (name.equals("REFERENCE_PRICE_TICKS")) return RoundingMode.HALF_DOWN;
        boolean isMost = name.contains("MAX_") || name.equals("ORDER_LIMIT_LOTS");
        return isMost ? RoundingMode.FLOOR : RoundingMode.CEILING;
    }

    private static boolean hasOwnTicksOrLots(ReferenceOrder order) {
        Command.SpecialTerms terms = order.terms;
        return order.isSpecial
                && (order.asked.orderType() != 1 && order.asked.orderType() != 3
                        || terms.triggerTicks() != Command.NULL
                        || terms.displayLots() != 0
                        || terms.minQuantityLots() != 0
                        || terms.pegReference() != 0
                        || terms.allOrNone() == 1
                        || terms.reduceOnly() == 1);
    }

    private void restate(ReferenceOrder order, long oldTicks, long oldLots) {
        BigDecimal change = order.holdAt(order.priceTicks, order.openLots).subtract(order.hold);
        matching.hold(order, change);
        if (order.priceTicks == oldTicks && order.openLots == oldLots && change.signum() == 0) return;
        var what = List.of(order.number, oldTicks, order.priceTicks, oldLots, order.openLots, order.totalLots, change);
        matching.events.add("OrderRestated", what, order.account, order.instrument.number, order.side);
    }

    private void changed(ReferenceInstrument instrument, int parameter, long old) {
        var name = InstrumentParameter.get((short) parameter);
        matching.events.add("InstrumentChanged", instrument.number, old, instrument.parameter(parameter), name);
    }

    /** How many new steps an old one is, as a fraction. */
    private static BigDecimal[] factor(ReferenceInstrument instrument, int parameter, long value) {
        var t = instrument.terms;
        BigDecimal old =
                parameter == TICK ? valueOf(t.tickMantissa(), t.tickScale()) : valueOf(t.lotMantissa(), t.lotScale());
        return new BigDecimal[] {old, valueOf(value / 100, (int) (value % 100))};
    }

    /** Below zero when it is no whole number, or does not fit. */
    private static long exact(long steps, BigDecimal[] ratio) {
        BigDecimal[] parts = valueOf(steps).multiply(ratio[0]).divideAndRemainder(ratio[1], MathContext.UNLIMITED);
        return parts[1].signum() == 0 && ReferenceLedger.fits(parts[0]) ? parts[0].longValueExact() : -1;
    }

    private static long rounded(long steps, BigDecimal factor, BigDecimal part, RoundingMode mode) {
        BigDecimal whole = valueOf(steps).multiply(factor).divide(part, 0, mode);
        return whole.max(ONE).min(ReferenceLedger.MOST).longValue();
    }
}
