package io.rialto.engine.reference;

import static io.rialto.protocol.Reason.*;

import io.rialto.protocol.CallKind;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Orders that end by the clock, or with a part of their instrument's day. Times in force as their wire codes. */
final class ReferenceTimes {
    private static final int DAY = 4,
            GOOD_TILL_TIME = 5,
            AT_OPEN = 6,
            AT_CLOSE = 7,
            FOR_AUCTION = 8,
            FOR_CONTINUOUS = 9;
    private static final int EXPIRY = 0;

    private record Ending(ReferenceInstrument market, int timeInForce, Reason reason) {}

    private final ReferenceMatching matching;
    private final List<Ending> endings = new ArrayList<>();

    ReferenceTimes(ReferenceMatching matching) {
        this.matching = matching;
    }

    /** It is open from now on, or still, and in no book. */
    void park(ReferenceOrder order) {
        matching.parked.add(order);
        begin(order);
    }

    /** It is open from now on. */
    void begin(ReferenceOrder order) {
        if (order.isEnlisted) return;
        order.isEnlisted = true;
        if (order.asked.timeInForce() != GOOD_TILL_TIME) return;
        matching.agenda.add(order.terms.expireTimeNanos(), EXPIRY, order.number, () -> {
            if (matching.open().contains(order)) matching.end("OrderExpired", order, TIME_EXPIRED);
            return true;
        });
    }

    void moved(ReferenceInstrument market, Phase from, Phase to) {
        boolean leavesAuction = from == Phase.UNCROSS || from == Phase.CALL && to != Phase.UNCROSS;
        boolean isTooLateForOpening =
                List.of(Phase.CONTINUOUS, Phase.POST_CLOSE, Phase.CLOSED).contains(to);
        if (from == Phase.CONTINUOUS) end(market, FOR_CONTINUOUS, CONTINUOUS_TRADING_ENDED);
        if (leavesAuction) end(market, FOR_AUCTION, AUCTION_ENDED);
        boolean wasClosing = leavesAuction && market.session.kind == CallKind.CLOSING;
        if (wasClosing || to == Phase.POST_CLOSE || to == Phase.CLOSED) end(market, AT_CLOSE, AUCTION_ENDED);
        if (isTooLateForOpening) end(market, AT_OPEN, AUCTION_ENDED);
        if (to == Phase.CLOSED) end(market, DAY, SESSION_CLOSED);
    }

    void otherCallBegan(ReferenceInstrument market) {
        end(market, AT_OPEN, AUCTION_ENDED);
    }

    private void end(ReferenceInstrument market, int timeInForce, Reason reason) {
        endings.add(new Ending(market, timeInForce, reason));
    }

    /** Oldest first, one time in force after the other. */
    void endAll() {
        for (Ending ending : endings) {
            List<ReferenceOrder> over = new ArrayList<>(matching.open());
            over.removeIf(order -> order.instrument != ending.market);
            over.removeIf(order -> order.asked.timeInForce() != ending.timeInForce);
            over.sort(Comparator.comparingLong(order -> order.number));
            over.forEach(order -> matching.end("OrderExpired", order, ending.reason));
        }
        endings.clear();
        matching.waiting.join();
    }
}
