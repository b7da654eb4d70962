package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.protocol.CallKind;
import io.rialto.protocol.Parking;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Orders that are for an auction and in no book: those without a limit, and those at the close before it is called. */
final class ReferenceWaiting {
    private static final int AT_OPEN = 6, AT_CLOSE = 7, GOOD_FOR_AUCTION = 8;

    private final ReferenceMatching matching;
    private final List<ReferenceInstrument> closing = new ArrayList<>();

    ReferenceWaiting(ReferenceMatching matching) {
        this.matching = matching;
    }

    static boolean isForAuction(Command.NewOrder asked) {
        return List.of(AT_OPEN, AT_CLOSE, GOOD_FOR_AUCTION).contains(asked.timeInForce());
    }

    private static boolean isAtClose(ReferenceOrder order) {
        return order.asked.timeInForce() == AT_CLOSE;
    }

    private static boolean isMarket(ReferenceOrder order) {
        return order.asked.orderType() == 2;
    }

    private static boolean isClosing(ReferenceInstrument market) {
        ReferenceSession session = market.session;
        return session.kind == CallKind.CLOSING && (session.phase == Phase.CALL || session.phase == Phase.UNCROSS);
    }

    /** Whether the order, if it came in now, would wait outside of the book. */
    static boolean waits(ReferenceOrder order) {
        if (!isForAuction(order.asked)) return false;
        return isMarket(order) || isAtClose(order) && !isClosing(order.instrument);
    }

    /** Limit orders, and orders at market by quantity: nothing else can be for an auction. */
    static void check(ReferenceOrder order) {
        boolean mayWait = isMarket(order) || isAtClose(order);
        refuseIf(mayWait && order.terms.reduceOnly() == 1, NOT_FOR_AUCTION);
        refuseIf(order.asked.orderType() != 1 && !(isMarket(order) && !order.isByAmount), NOT_FOR_AUCTION);
    }

    /** As far from the last trade, else the listed price, as the collar is wide; 0 for a seller whom nothing protects. */
    static long protection(ReferenceOrder order, long reference) {
        long collar = order.instrument.terms.collarTicks();
        boolean isProtected = reference != 0 && collar != Command.NULL;
        if (!isProtected) {
            refuseIf(order.isBuy, NO_REFERENCE_PRICE);
            return 0;
        }
        BigDecimal from = BigDecimal.valueOf(reference);
        BigDecimal width = BigDecimal.valueOf(collar);
        BigDecimal bound = order.isBuy ? from.add(width) : from.subtract(width).max(BigDecimal.ONE);
        refuseIf(!ReferenceLedger.fits(bound), VALUE_OVERFLOW);
        return bound.longValueExact();
    }

    void park(ReferenceOrder order) {
        order.waitsForAuction = true;
        matching.times.park(order);
        matching.events.add(
                "OrderParked", order.number, order.account, order.instrument.number, Parking.AUCTION, order.side);
    }

    /** The market orders of one side that the next auction counts, oldest first. */
    List<ReferenceOrder> atMarket(ReferenceInstrument market, Side side) {
        List<ReferenceOrder> orders = waiting(market);
        orders.removeIf(order -> order.side != side || !isMarket(order));
        orders.removeIf(order -> isAtClose(order) && !isClosing(market));
        return orders;
    }

    private List<ReferenceOrder> waiting(ReferenceInstrument market) {
        List<ReferenceOrder> orders = new ArrayList<>(matching.parked);
        orders.removeIf(order -> order.instrument != market || !order.waitsForAuction);
        orders.sort(Comparator.comparingLong(order -> order.number));
        return orders;
    }

    /** A closing call has begun: those with a limit go to the book, once those are gone whose time is over. */
    void closingBegan(ReferenceInstrument market) {
        closing.add(market);
    }

    void join() {
        for (ReferenceInstrument market : closing) {
            for (ReferenceOrder order : waiting(market)) {
                if (isMarket(order)) continue;
                matching.parked.remove(order);
                order.waitsForAuction = false;
                matching.arrive(order);
            }
        }
        closing.clear();
    }
}
