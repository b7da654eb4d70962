package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.big;
import static io.rialto.engine.reference.ReferenceLedger.fits;
import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import java.math.BigInteger;
import java.util.List;

/** Orders in, amended and out: the checks in their order, then the matching. */
final class ReferenceTrading {
    private final ReferenceMatching matching;

    ReferenceTrading(ReferenceMatching matching) {
        this.matching = matching;
    }

    /** Answers the order's number. */
    long submit(Command.NewOrder asked, ReferenceInstrument instrument, SelfTradePrevention setting, long sequence) {
        Refusal.when(carriesOpenClientOrderId(asked), Reason.DUPLICATE_CLIENT_ORDER_ID);
        Refusal.when(isImpossible(asked), Reason.INVALID_COMBINATION);
        long ticks = asked.orderType() == 2 ? collarOf(asked, instrument) : limitOf(asked, instrument);
        SelfTradePrevention own = SelfTradePrevention.get((short) asked.selfTradePrevention());
        SelfTradePrevention mode = own == SelfTradePrevention.ACCOUNT_DEFAULT ? setting : own;
        ReferenceOrder order = new ReferenceOrder(asked, instrument, mode, ticks);
        if (asked.postOnly() != 0 && wouldTake(order, ticks)) order.priceTicks = slide(order);
        boolean isKilled = asked.timeInForce() == 3 && !matching.canFillWhole(order);
        if (!isKilled) order.hold = matching.holdOf(order);
        Refusal.when(!fits(order.hold), Reason.VALUE_OVERFLOW);
        matching.ledger.hold(order.account, order.heldAsset, order.hold);
        order.number = matching.nextNumber();
        matching.events.add(
                "OrderAccepted",
                List.of(order.number, order.priceTicks, order.totalLots, order.hold, order.account),
                List.of(instrument.number, order.side, OrderType.get((short) asked.orderType())),
                List.of(TimeInForce.get((short) asked.timeInForce()), PostOnly.get((short) asked.postOnly()), mode));
        if (isKilled) matching.end("OrderExpired", order, Reason.FILL_OR_KILL);
        else matching.arrive(order, sequence);
        return order.number;
    }

    private boolean carriesOpenClientOrderId(Command.NewOrder asked) {
        String id = asked.clientOrderId();
        return !id.isEmpty()
                && matching.resting.stream()
                        .anyMatch(open -> open.account == asked.account()
                                && open.asked.clientOrderId().equals(id));
    }

    private static boolean isImpossible(Command.NewOrder asked) {
        boolean isMarket = asked.orderType() == 2;
        boolean isByAmount = asked.quoteAmountMinor() != 0;
        boolean isKnown = isIn(1, asked.side(), 2) && isIn(1, asked.orderType(), 2) && isIn(1, asked.timeInForce(), 3);
        return !isKnown
                || !isIn(0, asked.postOnly(), 2)
                || !isIn(0, asked.selfTradePrevention(), 5)
                || asked.clientOrderId().length() > 36
                || asked.postOnly() != 0 && (isMarket || asked.timeInForce() != 1)
                || isByAmount && (!isMarket || asked.quantityLots() != 0 || asked.timeInForce() == 3)
                || isMarket && asked.priceTicks() != 0;
    }

    private static boolean isIn(int least, int code, int most) {
        return least <= code && code <= most;
    }

    private static long limitOf(Command.NewOrder asked, ReferenceInstrument instrument) {
        checkTerms(asked.priceTicks(), asked.quantityLots(), instrument);
        return asked.priceTicks();
    }

    private static void checkTerms(long ticks, long lots, ReferenceInstrument instrument) {
        Refusal.when(ticks <= 0, Reason.PRICE_NOT_POSITIVE);
        Refusal.when(lots < instrument.terms.minLots(), Reason.QUANTITY_BELOW_MINIMUM);
        Refusal.when(lots > instrument.terms.maxLots(), Reason.QUANTITY_ABOVE_MAXIMUM);
        BigInteger minimum = big(instrument.terms.minNotional());
        Refusal.when(instrument.notional(ticks, lots).compareTo(minimum) < 0, Reason.NOTIONAL_BELOW_MINIMUM);
        boolean fits = fits(instrument.cost(ticks, lots, ZERO)) && fits(instrument.base(lots));
        Refusal.when(!fits, Reason.VALUE_OVERFLOW);
    }

    /** How far a market order may go, 0 for any price. */
    private long collarOf(Command.NewOrder asked, ReferenceInstrument instrument) {
        boolean isBuy = asked.side() == 1;
        long best = matching.bestTicks(instrument, isBuy ? Side.SELL : Side.BUY);
        long last = best != 0 ? best : instrument.lastTradeTicks;
        long ticks = last != 0 ? last : Math.max(0, instrument.terms.referenceTicks());
        if (asked.quoteAmountMinor() != 0) {
            Refusal.when(asked.quoteAmountMinor() < 0, Reason.INVALID_AMOUNT);
            Refusal.when(asked.quoteAmountMinor() < instrument.terms.minNotional(), Reason.NOTIONAL_BELOW_MINIMUM);
        } else if (ticks != 0) {
            checkTerms(ticks, asked.quantityLots(), instrument);
        } else {
            Refusal.when(asked.quantityLots() < instrument.terms.minLots(), Reason.QUANTITY_BELOW_MINIMUM);
            Refusal.when(asked.quantityLots() > instrument.terms.maxLots(), Reason.QUANTITY_ABOVE_MAXIMUM);
            Refusal.when(!fits(instrument.base(asked.quantityLots())), Reason.VALUE_OVERFLOW);
        }
        if (!instrument.hasCollar) return 0;
        Refusal.when(ticks == 0 && instrument.restsRemainders, Reason.NO_REFERENCE_PRICE);
        if (ticks == 0) return 0;
        BigInteger width = big(instrument.terms.collarTicks());
        BigInteger collar =
                isBuy ? big(ticks).add(width) : big(ticks).subtract(width).max(ONE);
        Refusal.when(!fits(collar), Reason.VALUE_OVERFLOW);
        return collar.longValue();
    }

    private boolean wouldTake(ReferenceOrder order, long ticks) {
        long best = matching.bestTicks(order.instrument, ReferenceMatching.opposite(order));
        return best != 0 && (order.isBuy ? ticks >= best : ticks <= best);
    }

    private long slide(ReferenceOrder order) {
        Refusal.when(order.asked.postOnly() == 1, Reason.POST_ONLY_WOULD_TAKE);
        long best = matching.bestTicks(order.instrument, ReferenceMatching.opposite(order));
        long slid = order.isBuy ? best - 1 : best + 1;
        Refusal.when(slid <= 0, Reason.POST_ONLY_WOULD_TAKE);
        checkTerms(slid, order.openLots, order.instrument);
        return slid;
    }

    void cancel(Command.CancelOrder asked) {
        matching.end("OrderCancelled", find(asked.account(), asked.order()), Reason.REQUESTED_BY_OWNER);
    }

    void cancelAll(Command.CancelAll asked) {
        Refusal.when(asked.side() != 255 && !isIn(1, asked.side(), 2), Reason.INVALID_COMBINATION);
        List<ReferenceOrder> own = matching.resting.stream()
                .filter(order -> order.account == asked.account())
                .filter(order -> asked.instrument() == 0 || order.instrument.number == asked.instrument())
                .filter(order -> asked.side() == 255 || order.side.value() == asked.side())
                .sorted((one, other) -> Long.compare(one.number, other.number))
                .toList();
        int cancelled = Math.min(own.size(), ReferenceMatching.MAX_EVENTS - 1);
        own.subList(0, cancelled).forEach(order -> matching.end("OrderCancelled", order, Reason.MASS_CANCEL));
        matching.events.add("MassCancelled", asked.account(), cancelled, own.size() - cancelled);
    }

    void amend(Command.AmendOrder asked, long sequence) {
        ReferenceOrder order = find(asked.account(), asked.order());
        long ticks = asked.priceTicks() == Command.NULL ? order.priceTicks : asked.priceTicks();
        long total = asked.quantityLots() == Command.NULL ? order.totalLots : asked.quantityLots();
        long gone = order.totalLots - order.openLots;
        Refusal.when(ticks == order.priceTicks && total == order.totalLots, Reason.WOULD_CHANGE_NOTHING);
        Refusal.when(total <= gone, Reason.QUANTITY_NOT_ABOVE_EXECUTED);
        checkTerms(ticks, total, order.instrument);
        ReferenceOrder wanted = new ReferenceOrder(order.asked, order.instrument, order.mode, ticks);
        wanted.openLots = total - gone;
        wanted.feeRaw = order.feeRaw;
        wanted.feeCharged = order.feeCharged;
        BigInteger change = matching.holdOf(wanted).subtract(order.hold);
        Refusal.when(order.asked.postOnly() != 0 && wouldTake(order, ticks), Reason.POST_ONLY_WOULD_TAKE);
        matching.ledger.hold(order.account, order.heldAsset, change);
        boolean keepsPriority = ticks == order.priceTicks && total < order.totalLots;
        order.version++;
        matching.events.add(
                "OrderAmended",
                List.of(order.number, order.priceTicks, ticks, order.openLots, wanted.openLots, total, change),
                List.of(order.account, order.instrument.number, order.version, order.side, keepsPriority ? 1 : 0));
        order.priceTicks = ticks;
        order.totalLots = total;
        order.openLots = wanted.openLots;
        order.hold = order.hold.add(change);
        if (keepsPriority) return;
        matching.resting.remove(order);
        order.isResting = false;
        order.isMarket = false;
        matching.arrive(order, sequence);
    }

    private ReferenceOrder find(int account, long number) {
        for (ReferenceOrder order : matching.resting) {
            if (order.number == number && order.account == account) return order;
        }
        throw new Refusal(Reason.UNKNOWN_ORDER, 0);
    }
}
